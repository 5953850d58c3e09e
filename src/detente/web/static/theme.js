// Before the page is drawn: the theme that the reader chose, if any.
{
  const chosen = localStorage.getItem("detente-theme");
  if (chosen === "dark" || chosen === "light") document.documentElement.dataset.theme = chosen;
}
