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

  // The figure that the address names, as it is cited, and its card.
  const figure = () => {
    const mark = document.querySelector(".prose :target");
    const whole = document.getElementById("citation");
    const cards = [...document.querySelectorAll(".figure-cards a")];
    document.querySelector(".cited-figure")?.remove();
    if (!whole || !/^f[0-9a-f]{8}/.test(mark?.id) || !cards.length) return;
    const before = (id) => id === mark.id || document.getElementById(id)?.compareDocumentPosition(mark) & Node.DOCUMENT_POSITION_FOLLOWING;
    const card = cards.filter((a) => before(a.dataset.first)).pop() ?? cards[0];
    const said = document.createElement("div");
    said.className = "cited-figure";
    const cite = said.appendChild(document.createElement("p"));
    cite.className = "cite";
    cite.id = "citation-figure";
    cite.textContent = `${whole.textContent}#${mark.id}`;
    const row = said.appendChild(document.createElement("p"));
    row.className = "copy";
    const button = row.appendChild(document.createElement("button"));
    button.type = "button";
    button.textContent = `复制“${(mark.querySelector(".whole") ?? mark).textContent}”的引用`;
    button.dataset.copy = cite.id;
    button.addEventListener("click", () => copy(button));
    const link = row.appendChild(document.createElement("a"));
    link.href = `${card.getAttribute("href")}#${mark.id}`;
    link.textContent = "转发、嵌入这个数字";
    row.appendChild(document.createElement("span")).setAttribute("role", "status");
    document.getElementById("cite-figure").after(said);
  };

  const ready = () => {
    show(root.classList.contains("elder"));
    document.getElementById("elder")?.addEventListener("click", () => {
      const on = !root.classList.contains("elder");
      remember.set(on);
      show(on);
    });
    for (const day of document.querySelectorAll(".cite .day")) day.textContent = new Date().toLocaleDateString("sv"); // 2024-11-27
    addEventListener("hashchange", figure);
    figure();
    for (const button of document.querySelectorAll("[data-copy]")) button.addEventListener("click", () => copy(button));
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
