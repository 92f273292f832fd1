// The contents of a report tell where the reader is: the link of the part that is
// at the top of the window is the current one. A convenience; the links lead all the
// same without it.
(() => {
  "use strict";
  const ready = () => {
    const contents = document.querySelector(".contents");
    if (!contents) return;
    contents.addEventListener("click", (e) => {
      if (e.target.closest("a")) contents.open = false;
    });

    const links = new Map();
    for (const a of contents.querySelectorAll("a[href^='#']")) {
      const part = document.getElementById(decodeURIComponent(a.hash.slice(1)));
      if (part) links.set(part, a);
    }
    const parts = [...links.keys()];
    const nav = contents.querySelector("nav");
    let current = null, asked = false;
    const tell = () => {
      asked = false;
      const line = 120; // below what stays at the top, and where a link leads to
      const above = parts.filter((p) => p.getBoundingClientRect().top <= line);
      const now = links.get(scrollY + innerHeight >= document.documentElement.scrollHeight - 2 ? parts.at(-1) : above.at(-1)) ?? null;
      if (now === current) return;
      current?.removeAttribute("aria-current");
      now?.setAttribute("aria-current", "location");
      current = now;
      // Beside the text the contents may be longer than the window, and follow.
      if (!now || !now.offsetParent) return;
      const at = now.getBoundingClientRect(), box = nav.getBoundingClientRect();
      if (at.top < box.top) nav.scrollTop -= box.top - at.top;
      else if (at.bottom > box.bottom) nav.scrollTop += at.bottom - box.bottom;
    };
    // Once a frame at most, and only while the page moves.
    const ask = () => {
      if (asked) return;
      asked = true;
      requestAnimationFrame(tell);
    };
    addEventListener("scroll", ask, { passive: true });
    addEventListener("resize", ask);
    contents.addEventListener("toggle", ask);
    ask();
  };
  document.readyState === "loading" ? document.addEventListener("DOMContentLoaded", ready) : ready();
})();
