// A drawing is one stop of the Tab key; the arrows lead from mark to mark, + and - change the days.
const marksOf = (chart) => [...chart.querySelectorAll("a[data-mark]")];

function place(mark) {
  const box = mark.getBoundingClientRect();
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

// The nearest mark in a direction: along it counts once, aside from it three times.
function nearest(marks, from, [dx, dy]) {
  const here = place(from);
  let best = null;
  let least = Infinity;
  for (const mark of marks) {
    const there = place(mark);
    const along = (there.x - here.x) * dx + (there.y - here.y) * dy;
    const aside = Math.abs((there.x - here.x) * dy) + Math.abs((there.y - here.y) * dx);
    if (mark !== from && along > 0.5 && along + 3 * aside < least) {
      best = mark;
      least = along + 3 * aside;
    }
  }
  return best;
}

const WAYS = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

function onKey(event, chart) {
  const marks = marksOf(chart);
  const from = event.target.closest("a[data-mark]");
  if (!from) return;
  let to = null;
  if (event.key in WAYS) to = nearest(marks, from, WAYS[event.key]);
  else if (event.key === "Home") to = marks[0];
  else if (event.key === "End") to = marks.at(-1);
  else return;
  event.preventDefault();
  if (!to) return;
  from.setAttribute("tabindex", "-1");
  to.setAttribute("tabindex", "0");
  to.focus();
}

// Where a drawing is scrolled sideways the names of its lanes stay at the left, over what passes below them.
export function keepLaneNames() {
  for (const region of document.querySelectorAll("[data-lanes]")) {
    const chart = region.querySelector("svg.chart");
    // those of the lanes end where the drawing begins, as only the last of the days does, too
    const names = chart ? [...chart.querySelectorAll("text[text-anchor=end]")] : [];
    const group = names.map((name) => name.parentNode).find((each) => each.querySelectorAll("text").length === each.querySelectorAll("text[text-anchor=end]").length);
    if (!group) continue;
    const there = chart.getScreenCTM().inverse().multiply(group.getScreenCTM());
    const box = group.getBBox();
    const paper = document.createElementNS(chart.namespaceURI, "rect");
    const edges = { x: -there.e, y: box.y - 24, width: there.e + box.x + box.width + 6, height: box.height + 48, fill: "var(--paper)", opacity: 0.96 };
    for (const [name, value] of Object.entries(edges)) paper.setAttribute(name, value);
    group.prepend(paper);
    chart.append(group);
    const follow = () => {
      const moved = region.scrollLeft * (chart.viewBox.baseVal.width / chart.getBoundingClientRect().width);
      group.setAttribute("transform", `translate(${there.e + moved},${there.f})`);
      paper.setAttribute("visibility", moved ? "visible" : "hidden");
    };
    region.addEventListener("scroll", follow, { passive: true });
    follow();
  }
}

export function walkCharts() {
  for (const chart of document.querySelectorAll("svg.chart")) {
    const marks = marksOf(chart).sort((a, b) => place(a).x - place(b).x);
    marks.forEach((mark, n) => mark.setAttribute("tabindex", n ? "-1" : "0"));
    chart.addEventListener("keydown", (event) => onKey(event, chart));
  }
}
