// On paper: the whole address and the day of printing. On screen: that a wide table goes on at the right.
export function signPaper() {
  addEventListener("beforeprint", () => {
    const day = new Date();
    const written = [day.getFullYear(), day.getMonth() + 1, day.getDate()].map((n) => String(n).padStart(2, "0")).join("-");
    for (const foot of document.querySelectorAll("[data-printed]")) foot.textContent = `${location.href} · printed ${written}`;
  });
}

export function tellOfMore() {
  for (const region of document.querySelectorAll(".scroll")) {
    const hint = document.createElement("p");
    hint.className = "sideways";
    hint.textContent = "There is more beside it: scroll sideways ↔";
    const look = () => {
      region.toggleAttribute("data-more", region.scrollLeft + region.clientWidth < region.scrollWidth - 4);
      hint.hidden = region.scrollWidth <= region.clientWidth + 4;
    };
    region.before(hint);
    const start = { middle: 0.5, end: 1 }[region.dataset.start] ?? 0;
    region.scrollLeft = start * (region.scrollWidth - region.clientWidth);
    region.addEventListener("scroll", look, { passive: true });
    new ResizeObserver(look).observe(region);
    look();
  }
}
