// Says a short thing to screen readers and, for a moment, to everyone.
export function tell(words) {
  const told = document.getElementById("told");
  told.textContent = words;
  told.classList.add("shown");
  setTimeout(() => told.classList.remove("shown"), 2500);
}
