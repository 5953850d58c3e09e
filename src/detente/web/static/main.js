// What the pages can do beyond links and forms. Without it everything still works, one page load at a time.
import { listenToKeys } from "./keys.js";
import { followItems } from "./panel.js";
import { copyOnClick } from "./copy.js";
import { watchProgress } from "./progress.js";
import { keepLaneNames, walkCharts } from "./chart.js";
import { signPaper, tellOfMore } from "./paper.js";
import { answerByKeys, showFieldsOfKind, takeMarkedPassages } from "./review.js";
import { offerThemes } from "./themes.js";

offerThemes();
copyOnClick();
followItems();
listenToKeys();
watchProgress();
walkCharts();
answerByKeys();
takeMarkedPassages();
showFieldsOfKind();
signPaper();
tellOfMore();
keepLaneNames();

const narrow = matchMedia("(max-width: 48rem)");
for (const folded of document.querySelectorAll("details[data-folds]")) if (narrow.matches) folded.open = false;
document.querySelector(".menu [aria-current]")?.scrollIntoView({ block: "nearest", inline: "center" });
document.querySelector("[data-row].open")?.scrollIntoView({ block: "nearest" });
if (location.hash) document.getElementById(location.hash.slice(1))?.focus?.();
