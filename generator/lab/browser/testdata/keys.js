// Types the words one character after another and tells of each how many milliseconds it
// took until the page had drawn its last change, and how many files it asked for.
(async (words) => {
  const q = document.getElementById("q");
  const find = document.getElementById("find");
  const status = document.getElementById("status");
  const asked = () => performance.getEntriesByType("resource").length;
  performance.setResourceTimingBufferSize(100000);
  const still = 250; // ms without a change: it was the last
  let last = 0;
  new MutationObserver(() => {
    document.body.getBoundingClientRect();
    last = performance.now();
  }).observe(find, { subtree: true, childList: true, characterData: true, attributes: true });
  const keys = [];
  q.focus();
  for (const word of words) {
    for (let n = 1; n <= [...word].length; n++) {
      q.value = [...word].slice(0, n).join("");
      const before = asked();
      const start = performance.now();
      last = start;
      q.dispatchEvent(new InputEvent("input"));
      while (!status.textContent.includes(`“${q.value}”`) || performance.now() - last < still) {
        await new Promise((r) => setTimeout(r, 5));
      }
      keys.push({ key: q.value, ms: last - start, files: asked() - before });
    }
  }
  return keys;
})
