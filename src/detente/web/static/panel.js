// Opens the evidence beside the page instead of loading the page again.
import { tell } from "./tell.js";

let opener = null;
// a click beside these, on a row, opens the sentence of the row
const ACTIVE = "a, button, summary, input, label, select, textarea";

const panel = () => document.getElementById("evidence");

export function followItems() {
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-item]");
    const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
    if (link && plain) {
      event.preventDefault();
      openItem(link);
    } else if (event.target.closest(".panel .close") && plain) {
      event.preventDefault();
      closePanel();
    } else if (plain && getSelection().isCollapsed && !event.target.closest(ACTIVE)) {
      const first = event.target.closest("tr[data-row], li[data-row]")?.querySelector("a[data-item]");
      if (first) openItem(first);
    }
  });
  addEventListener("popstate", () => location.reload());
}

export async function openItem(link) {
  let found;
  try {
    const answer = await fetch(link.href);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    found = page.getElementById("evidence");
  } catch {
    tell("The server does not answer. Is detente serve still running?");
    return;
  }
  if (!found) {
    location.assign(link.href);
    return;
  }
  if (!link.closest("#evidence")) opener = link;
  panel()?.remove();
  document.querySelector("footer").before(document.adoptNode(found));
  document.body.classList.add("with-panel");
  mark(opener);
  history.pushState(null, "", link.href);
  panel().focus();
}

function mark(link) {
  for (const row of document.querySelectorAll(".open")) row.classList.remove("open");
  link?.closest("[data-row]")?.classList.add("open");
}

export function closePanel() {
  const shown = panel();
  if (!shown) return false;
  history.pushState(null, "", shown.dataset.closes);
  shown.remove();
  const row = document.querySelector("[data-row].open");
  mark(null);
  (opener ?? row?.querySelector("a.item") ?? document.getElementById("main")).focus();
  opener = null;
  return true;
}
