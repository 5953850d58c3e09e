// One key for each answer of a review; a passage that is marked in an article goes into the form.
import { keysAreOff } from "./keys.js";

export function answerByKeys() {
  if (!document.querySelector("[data-press]")) return;
  document.addEventListener("keydown", (event) => {
    const busy = event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]");
    const onWidget = event.target.closest("input, select, textarea, summary, button, a") && event.key === " ";
    if (busy || onWidget || event.target.closest("input, select, textarea") || keysAreOff()) return;
    const answer = document.querySelector(`[data-press="${CSS.escape(event.key)}"]:not([disabled])`);
    if (!answer) return;
    event.preventDefault();
    answer.click();
  });
}

// Of the fields of all kinds only those of the kind that is chosen are shown and sent.
export function showFieldsOfKind() {
  const chosen = document.querySelector("[data-chooses-fields]");
  chosen?.addEventListener("change", () => {
    for (const fields of document.querySelectorAll("[data-fields-of]")) {
      fields.hidden = fields.disabled = fields.dataset.fieldsOf !== chosen.value;
    }
  });
}

export function takeMarkedPassages() {
  const field = document.getElementById("passage");
  const text = document.querySelector(".text");
  if (!field || !text) return;
  document.addEventListener("selectionchange", () => {
    const marked = getSelection();
    if (marked.isCollapsed || !text.contains(marked.anchorNode) || !text.contains(marked.focusNode)) return;
    const copy = marked.getRangeAt(0).cloneContents();
    for (const letter of copy.querySelectorAll(".letter")) letter.remove();
    field.value = copy.textContent.trim();
    field.closest("details").open = true;
  });
}
