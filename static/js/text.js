// The text of a report: 只看正文, and the line at hand for who lands on a figure.
// Conveniences: without this script the text has its links, and a link to a
// figure marks its sentence.
(() => {
  "use strict";
  const root = document.documentElement;
  const key = "plain";
  const remember = {
    get() { try { return localStorage.getItem(key) === "1"; } catch { return false; } },
    set(on) { try { on ? localStorage.setItem(key, "1") : localStorage.removeItem(key); } catch { /* not remembered */ } },
  };

  const ready = () => {
    const prose = document.querySelector(".report .prose");
    if (!prose) return;
    const button = document.getElementById("plain");
    const kept = new Map(); // a block without its links -> what was in it
    let chosen = remember.get();

    const target = () => {
      const id = location.hash.slice(1);
      try { return decodeURIComponent(id); } catch { return id; } // #% is no text
    };
    const blocks = () => prose.querySelectorAll(":scope > p, :scope > h2, :scope > h3, :scope > h4, :scope > h5, :scope > h6, td, th");

    // One run of text, as a voice reads a paragraph in one breath. The one that a
    // reader was led to keeps its parts, or there would be nothing to mark. What held a
    // number and its unit together in a line were elements: here it is a character that
    // shows nothing and that no voice reads. It is left out of what is copied.
    const joiner = "\u2060";
    const joined = (text) => text.replace(/[0-9][万亿余多]?(?=[万亿余多%\p{Script=Han}])|习(?=近平)|(?<=习)近(?=平)|[^\s·](?=·)/gu, (part) => [...part, ""].join(joiner));
    const bare = (e) => {
      if (kept.has(e) || !(e.firstElementChild || /[0-9习]/.test(e.textContent)) || e.querySelector(":target")) return;
      kept.set(e, [...e.childNodes]);
      e.textContent = joined(e.textContent);
    };
    addEventListener("copy", (e) => {
      const words = getSelection().toString();
      if (kept.size === 0 || !words.includes(joiner)) return;
      e.clipboardData.setData("text/plain", words.replaceAll(joiner, ""));
      e.preventDefault();
    });
    const restore = (e) => {
      e.replaceChildren(...kept.get(e));
      kept.delete(e);
    };
    const show = () => {
      const on = chosen || root.classList.contains("elder");
      button.setAttribute("aria-pressed", on);
      if (on) for (const e of blocks()) bare(e);
      else for (const e of [...kept.keys()]) restore(e);
    };

    // A link to a figure whose paragraph is bare: its parts come back, and the
    // browser is led there anew, so that it is the target.
    const find = () => {
      const id = target();
      if (!id || document.getElementById(id)) return;
      for (const [e, nodes] of kept) {
        if (!nodes.some((n) => n.nodeType === 1 && (n.id === id || n.querySelector(`#${CSS.escape(id)}`)))) continue;
        restore(e);
        location.replace(location.hash);
        return;
      }
    };

    const line = document.querySelector(".landed");
    const said = line.querySelector("[role=status]");
    const links = Object.fromEntries([...line.querySelectorAll("[data-to]")].map((a) => [a.dataset.to, a]));
    // 报错 has the line, its words and the address filled in: in a letter, or as
    // parameters of a form. Some mail programs take no address above 2,000 characters.
    const base = links.fault?.getAttribute("href"); // absent where the site states no address
    const tell = (e, block) => {
      if (!base) return;
      const whole = block ?? e, before = document.createRange();
      before.setStart(whole, 0);
      before.setEnd(e, 0);
      const from = Math.max(...["。", "；"].map((end) => before.toString().lastIndexOf(end))) + 1;
      const sentence = whole.textContent.slice(from).match(/^[^。；]*[。；]?/)[0].trim();
      const words = [...sentence].slice(0, 60).join(""), at = block?.dataset.line;
      links.fault.href = base + (base.startsWith("mailto:")
        ? encodeURIComponent(`${at ? `原件第${at}行：` : ""}${words}\r\n${location.href}\r\n`)
        : `${at ? `&line=${at}` : ""}&text=${encodeURIComponent(words)}&at=${encodeURIComponent(location.href)}`);
    };
    const back = line.querySelector("[data-do=back]");
    let came = false; // from another place of this page
    const land = () => {
      find();
      const e = document.getElementById(target());
      said.textContent = "";
      if (!e || !prose.contains(e)) return;
      const at = e.closest("[data-line]");
      links.line.textContent = at ? `原文第${at.dataset.line}行` : "原文";
      links.line.href = at ? links.line.dataset.base + at.dataset.line : "source/";
      tell(e, at);
      const row = document.getElementById(`r-${e.id}`);
      const theme = row?.querySelector("a[href*='/indicators/']") && row.closest("details")?.querySelector("h3")?.id;
      links.series.parentElement.hidden = !theme; // of no indicator the body's page has no years
      if (theme) links.series.href = links.series.dataset.base + theme;
      back.parentElement.hidden = !came && !document.referrer.startsWith(location.origin);
    };

    line.addEventListener("click", async (e) => {
      const does = e.target.closest("[data-do]")?.dataset.do;
      if (does === "back") history.back();
      if (does !== "copy") return;
      try {
        await navigator.clipboard.writeText(location.href);
        said.textContent = e.target.textContent = "已复制";
        setTimeout(() => { e.target.textContent = "复制链接"; }, 2000);
      } catch { // no permission, or no https: the address is in the browser's own line
        said.textContent = e.target.textContent = "请复制地址栏";
      }
    });
    // Of a link of several numbers, the one that is pointed at leads to its own row,
    // and a term between them to its explanation.
    prose.addEventListener("click", (e) => {
      const part = e.target.closest(".many [id]");
      if (!part || e.ctrlKey || e.metaKey || e.shiftKey) return;
      e.preventDefault();
      came = true;
      location.hash = part.matches(".term") ? part.id.replace("t-", "g-") : `r-${part.id}`;
    });

    // The explanation of a term closes by ×, Esc and a tap beside it. The first two lead
    // back to the term, as its link does; a tap leaves the reader where they are.
    const explained = () => document.querySelector(".report .terms > div:target");
    const explain = () => {
      const entry = document.getElementById(target()); // before it is marked as :target, too
      if (!entry?.matches(".report .terms > div") || entry.querySelector(".close")) return;
      const close = entry.querySelector("dd").appendChild(document.createElement("button"));
      close.type = "button";
      close.className = "close";
      close.textContent = "×";
      close.setAttribute("aria-label", "关闭解释");
      close.addEventListener("click", () => entry.querySelector(".back").click());
    };
    addEventListener("keydown", (e) => { if (e.key === "Escape") explained()?.querySelector(".back").click(); });
    addEventListener("click", (e) => {
      const entry = explained();
      if (!entry || entry.contains(e.target) || e.target.closest("a, button, summary, input")) return;
      const top = scrollY;
      location.replace("#text");
      scrollTo({ top, behavior: "instant" });
    });
    addEventListener("hashchange", explain);
    explain();
    addEventListener("click", (e) => { if (e.target.closest("a[href^='#']")) came = true; });
    addEventListener("hashchange", () => { if (root.classList.contains("elder") || chosen) show(); land(); });
    addEventListener("elder", show);
    button.addEventListener("click", () => {
      chosen = !chosen;
      remember.set(chosen);
      show();
    });
    show();
    land();
  };
  document.readyState === "loading" ? document.addEventListener("DOMContentLoaded", ready) : ready();
})();
