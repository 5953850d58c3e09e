// Single keys; they can be switched off in the list of keys.
import { copy } from "./copy.js";
import { closePanel, openItem } from "./panel.js";
import { tell } from "./tell.js";

const OFF = "detente-keys-off";
const LONG = 3000; // milliseconds between g and the letter of a page
let going = 0;

export const keysAreOff = () => localStorage.getItem(OFF) === "yes";
const list = () => document.getElementById("keys");
const field = (id) => () => {
  const found = document.getElementById(id);
  for (let folded = found?.closest("details"); folded; folded = folded.parentElement.closest("details")) folded.open = true;
  found?.focus();
  found?.select?.();
};
const press = (selector) => () => document.querySelector(selector)?.click();

function step(by) {
  const links = [...document.querySelectorAll("[data-row] a.item")].filter((a) => a.checkVisibility());
  if (!links.length) return;
  const row = document.activeElement?.closest("[data-row]");
  const rows = [...new Set(links.map((a) => a.closest("[data-row]")))];
  const open = document.querySelector("[data-row].open");
  const from = rows.indexOf(row ?? open);
  // where one stands on none yet, from what is on the screen
  const seen = Math.max(rows.findIndex((each) => each.getBoundingClientRect().bottom > 0), 0);
  const next = rows[from < 0 ? (by > 0 ? seen : rows.length - 1) : Math.min(Math.max(from + by, 0), rows.length - 1)];
  const link = next.querySelector("a.item");
  link.focus();
  link.scrollIntoView({ block: "nearest" });
}

const KEYS = {
  "?": () => list().showModal(),
  "/": field("q"),
  f: field("f-track"),
  ".": field("f-as_of"),
  j: () => step(1),
  k: () => step(-1),
  c: () => copyFrom("quotation"),
  C: () => copyFrom("citation"),
  "+": press('[data-move="in"]'),
  "-": press('[data-move="out"]'),
  e: press("[data-export]"),
};

// What is open, or else the line that the reader stands on.
async function copyFrom(what) {
  const find = () => document.querySelector(`[data-copies="${what}"]`);
  const line = document.activeElement?.closest("[data-row]")?.querySelector("a[data-item]");
  if (!find() && line) await openItem(line);
  if (find()) copy(find());
  else tell("Go to a line with j, or open one: then it can be copied.");
}

function goTo(letter) {
  going = 0;
  document.querySelector(`.menu a[data-key="${CSS.escape(letter)}"]`)?.click();
}

// The box in the list of keys stays the target for a moment after the list is closed.
function typing(target) {
  return target.closest("input, select, textarea, [contenteditable]")?.checkVisibility();
}

export function listenToKeys() {
  const button = document.querySelector("[data-keys]");
  const off = document.querySelector("[data-keys-off]");
  button.hidden = false;
  button.addEventListener("click", () => list().showModal());
  off.checked = localStorage.getItem(OFF) === "yes";
  off.addEventListener("change", () => localStorage.setItem(OFF, off.checked ? "yes" : "no"));
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || list().open) return;
    if (event.key === "Escape") {
      if (typing(event.target)) event.target.blur();
      else closePanel();
      return;
    }
    if (typing(event.target) || off.checked) return;
    if (event.timeStamp - going < LONG && going) {
      event.preventDefault();
      goTo(event.key);
    } else if (event.key === "g") {
      going = event.timeStamp;
    } else if (Object.hasOwn(KEYS, event.key)) {
      event.preventDefault();
      KEYS[event.key]();
    }
  });
}
