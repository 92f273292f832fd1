// 长辈版, and copying. Conveniences: without this script all is there.
// The file comes before the style sheet and waits for nothing, so that what a
// reader has chosen holds before anything is painted.
(() => {
  "use strict";
  const root = document.documentElement;
  const key = "elder";
  root.classList.add("js");

  // A browser may refuse to remember; the switch then holds for the page.
  const remember = {
    get() { try { return localStorage.getItem(key) === "1"; } catch { return false; } },
    set(on) { try { on ? localStorage.setItem(key, "1") : localStorage.removeItem(key); } catch { /* not remembered */ } },
  };

  const show = (on) => {
    root.classList.toggle("elder", on);
    document.getElementById("elder")?.setAttribute("aria-pressed", on);
    dispatchEvent(new Event("elder"));
  };
  show(remember.get());
  addEventListener("storage", (e) => { if (e.key === key || e.key === null) show(remember.get()); }); // another window
  addEventListener("pageshow", (e) => { if (e.persisted) show(remember.get()); }); // back to a page that was kept

  const ready = () => {
    show(root.classList.contains("elder"));
    document.getElementById("elder")?.addEventListener("click", () => {
      const on = !root.classList.contains("elder");
      remember.set(on);
      show(on);
    });
    for (const button of document.querySelectorAll("[data-copy]")) button.addEventListener("click", () => copy(button));
    const contents = document.querySelector(".contents");
    contents?.addEventListener("click", (e) => { if (e.target.closest("a")) contents.open = false; });
  };
  document.readyState === "loading" ? document.addEventListener("DOMContentLoaded", ready) : ready();

  const copy = async (button) => {
    const source = document.getElementById(button.dataset.copy);
    const said = button.parentElement.querySelector("[role=status]");
    try {
      await navigator.clipboard.writeText(source.textContent);
      said.textContent = "已复制";
    } catch { // no permission, or no https: the reader copies what is selected
      getSelection().selectAllChildren(source);
      said.textContent = "已选中，请用浏览器的复制功能";
    }
  };
})();
