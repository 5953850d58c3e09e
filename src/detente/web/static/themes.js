// The switch between dark and light; the first press turns what the system asks for.
const root = document.documentElement;
const dark = () => (root.dataset.theme ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark";

export function offerThemes() {
  const button = document.querySelector("[data-theme-switch]");
  const name = () => (button.textContent = dark() ? "Light" : "Dark");
  button.hidden = false;
  name();
  button.addEventListener("click", () => {
    root.dataset.theme = dark() ? "light" : "dark";
    localStorage.setItem("detente-theme", root.dataset.theme);
    name();
  });
}
