// Types the words one character after another and tells how many milliseconds
// each took until the page had answered and drawn the answer.
(async (words) => {
  const q = document.getElementById("q");
  const status = document.getElementById("status");
  const times = [];
  q.focus();
  for (const word of words) {
    for (let n = 1; n <= [...word].length; n++) {
      q.value = [...word].slice(0, n).join("");
      const start = performance.now();
      q.dispatchEvent(new InputEvent("input"));
      while (!status.textContent.startsWith(`“${q.value}”`) && !status.textContent.includes(`没有找到“${q.value}”`)) {
        await new Promise((r) => setTimeout(r, 0));
      }
      document.body.getBoundingClientRect();
      times.push(performance.now() - start);
    }
  }
  return times;
})
