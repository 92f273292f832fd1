// Finds rows of a long list by their words. Without this script the list is all
// there, and so is the browser's own search in the page.
(() => {
  "use strict";
  const field = document.getElementById("sift");
  if (!field) return;
  const status = field.closest(".sift").querySelector("[role=status]");
  const groups = [...document.querySelectorAll("[data-sift]")].map((group) => ({
    group,
    folded: group.querySelector("details"),
    rows: [...group.querySelectorAll("li")].map((row) => ({ row, words: plain(group.dataset.sift + row.textContent) })),
  }));

  // Half-width and in lower case, without white space: １２３４５ is found by 12345.
  function plain(words) { return words.normalize("NFKC").toLowerCase().replace(/\s+/g, ""); }

  const sift = () => {
    const asked = field.value.trim().split(/\s+/).map(plain).filter(Boolean);
    let found = 0;
    for (const { group, folded, rows } of groups) {
      let here = 0;
      for (const { row, words } of rows) {
        const shown = asked.every((a) => words.includes(a));
        row.hidden = !shown;
        if (shown) here++;
      }
      group.hidden = here === 0;
      if (folded) folded.open = asked.length > 0;
      found += here;
    }
    status.textContent = asked.length ? (found ? `找到 ${found} 条` : "没有找到，换一个词试试") : "";
  };
  field.addEventListener("input", sift);
  addEventListener("pageshow", sift); // what was typed before going back
})();
