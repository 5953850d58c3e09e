// Shows how far a reading has come, and its result once it is done.
export function watchReading() {
  const job = document.querySelector("[data-job]:not([data-ended])");
  if (!job) return;
  const words = job.querySelector("[role=status]");
  const bar = job.querySelector("progress");
  const source = new EventSource(`/add/${job.dataset.job}/progress`);
  source.onmessage = (event) => {
    const told = JSON.parse(event.data);
    words.textContent = told.words;
    bar.max = told.total || 1;
    bar.value = told.done;
    if (!told.ended) return;
    source.close();
    location.reload();
  };
}
