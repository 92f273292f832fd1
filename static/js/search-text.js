// 1 of 4. What a text is compared as, and where it holds the words of a query.
// Folding is what generator/site/search/fold.go does, character for character.
"use strict";

const searchText = (() => {
  const clusters = /\P{M}\p{M}*|\p{M}+/gu;
  const fullWidth = /[\uff01-\uff5e]/g;
  const plain = /^[\x20-\x40\x5b-\x7e\u00b7\u2014\u2018-\u201d\u3001-\u3002\u3008-\u3011\u3014-\u3015\u4e00-\u9fff]*$/; // each folds to itself

  // fold gives the folded text and, unless every character folds to one, at
  // which characters of the text those of the folded one begin and end.
  function fold(text) {
    const quick = text.replace(fullWidth, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0)).toLowerCase();
    if (plain.test(quick)) return { text: quick, map: null };
    let out = "";
    const map = [];
    for (const m of text.matchAll(clusters)) {
      const folded = m[0].normalize("NFKC").toLowerCase();
      out += folded;
      for (let i = 0; i < folded.length; i++) map.push([m.index, m.index + m[0].length]);
    }
    return { text: out, map };
  }

  // words are what a query asks for: folded, each once.
  function words(query) {
    return [...new Set(fold(query).text.split(/\s+/u).filter((w) => w !== ""))].slice(0, 10);
  }

  // find gives where a folded text holds the words, as places in the text
  // itself, [from, to], in order and never overlapping; null unless it holds
  // them all.
  function find(folded, list) {
    if (!list.every((w) => folded.text.includes(w))) return null;
    const found = [];
    for (const w of list) {
      for (let at = folded.text.indexOf(w); at >= 0; at = folded.text.indexOf(w, at + w.length)) {
        found.push(folded.map ? [folded.map[at][0], folded.map[at + w.length - 1][1]] : [at, at + w.length]);
      }
    }
    found.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
    const apart = [];
    for (const f of found) {
      const last = apart[apart.length - 1];
      if (last && f[0] < last[1]) last[1] = Math.max(last[1], f[1]);
      else apart.push(f);
    }
    return apart;
  }

  const ends = "。！？；!?;\n";
  const closers = "”’」』）》〉】)\"'";
  const most = 160; // characters of a sentence that are shown

  // sentences are those of text that hold found places: where each begins and
  // ends, and the places in it. A long one is cut around the first of them.
  function sentences(text, found) {
    const list = [];
    for (const f of found) {
      const last = list[list.length - 1];
      if (last && f[0] < last.end) {
        last.found.push(f);
        continue;
      }
      let start = f[0];
      let end = f[1];
      while (start > 0 && !ends.includes(text[start - 1])) start--;
      while (start < f[0] && (closers.includes(text[start]) || /\s/u.test(text[start]))) start++;
      while (end < text.length && !ends.includes(text[end - 1])) end++;
      while (end < text.length && closers.includes(text[end])) end++;
      list.push({ start, end, found: [f] });
    }
    return list.map((s) => cut(text, s));
  }

  function cut(text, s) {
    if (s.end - s.start <= most) return { ...s, cutBefore: false, cutAfter: false };
    const [from, to] = s.found[0];
    const start = whole(text, Math.max(s.start, from - 50));
    const end = whole(text, Math.min(s.end, Math.max(to, start + most)));
    return { start, end, found: s.found.filter((f) => f[1] <= end), cutBefore: start > s.start, cutAfter: end < s.end };
  }

  // whole moves a place out of the middle of a surrogate pair.
  function whole(text, at) {
    return /[\udc00-\udfff]/.test(text.charAt(at)) ? at - 1 : at;
  }

  return { fold, words, find, sentences };
})();
