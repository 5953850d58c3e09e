// Shows how far long work has come, and its result once it is done.
export function watchProgress() {
  const job = document.querySelector("[data-progress]:not([data-ended])");
  if (!job) return;
  const words = job.querySelector("[role=status]");
  const bar = job.querySelector("progress");
  const source = new EventSource(job.dataset.progress);
  source.onmessage = (event) => {
    const told = JSON.parse(event.data);
    words.textContent = told.words;
    if (told.total) {
      bar.max = told.total;
      bar.value = told.done;
    }
    if (!told.ended) return;
    source.close();
    if (!told.failed) location.reload();
  };
}
