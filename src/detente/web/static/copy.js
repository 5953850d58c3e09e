// Buttons that put their text on the clipboard.
import { tell } from "./tell.js";

export async function copy(button) {
  try {
    await navigator.clipboard.writeText(button.dataset.copy);
    tell(`Copied the ${button.dataset.copies}.`);
  } catch {
    tell("The browser does not let this page copy. Mark the text and copy it.");
  }
}

export function copyOnClick() {
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-copy]");
    if (button) copy(button);
  });
}
