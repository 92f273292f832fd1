// 1 of 7. What a text is compared as, and where it holds what a query asks for.
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

  // What a text is asked for is one of
  //
  //	"调解"                          these characters
  //	{ near: ["调解", "纠纷"] }       both in one clause, in this order: 调解各类矛盾纠纷
  //	{ number, first, last, … }       a word with a number, however that is written, see search-query.js
  //	{ any: [...], or }              one of several; where none is there, what stands behind or
  //	{ all: [...] }                  all of several
  const apart = 12; // characters between what is near

  // places gives where a folded text holds what is asked for; null where it does not.
  function places(text, asked) {
    if (typeof asked === "string") return strings(text, asked);
    if (asked.near) return near(text, asked.near);
    if (asked.number) return numbers(text, asked);
    if (asked.all) return together(text, asked.all);
    const found = asked.any.flatMap((one) => places(text, one) ?? []);
    if (found.length > 0) return found;
    return asked.or ? places(text, asked.or) : null;
  }

  function together(text, list) {
    const found = [];
    for (const one of list) {
      const some = places(text, one);
      if (!some) return null;
      found.push(...some);
    }
    return found;
  }

  function strings(text, s) {
    const found = [];
    for (let at = text.indexOf(s); at >= 0; at = text.indexOf(s, at + s.length)) found.push([at, at + s.length]);
    return found.length > 0 ? found : null;
  }

  function near(text, parts) {
    const found = [];
    for (let from = text.indexOf(parts[0]); from >= 0; from = text.indexOf(parts[0], from + 1)) {
      let to = from + parts[0].length;
      for (const part of parts.slice(1)) {
        const between = text.slice(to, to + apart + part.length);
        const at = between.indexOf(part);
        to = at < 0 || /[，。；：！？,;:!?\n]/.test(between.slice(0, at)) ? -1 : to + at + part.length;
        if (to < 0) break;
      }
      if (to > 0) found.push([from, to]);
    }
    return found.length > 0 ? found : null;
  }

  // What a number goes on with, before it and behind it, in digits and written out.
  const inDigits = [/(\d[.,]?|\d *[万亿])$/, /^([.,]?\d| *[千万亿])/];
  const outWritten = [/([零〇一二三四五六七八九两十百千万亿第]|[零〇一二三四五六七八九]点)$/, /^([零〇一二三四五六七八九十百千万亿]|点[零〇一二三四五六七八九])/];

  // numbers finds whole numbers only: 1.2万 is no part of 161.2万, 87% none of 187%, and
  // 三十件 none of 二百三十件.
  function numbers(text, { number, first, last, out }) {
    const [before, behind] = out ? outWritten : inDigits;
    const found = [];
    number.lastIndex = 0;
    for (let m = number.exec(text); m; m = number.exec(text)) {
      const to = m.index + m[0].length;
      const whole = !(first && before.test(text.slice(Math.max(0, m.index - 4), m.index))) && !(last && behind.test(text.slice(to, to + 3)));
      if (whole) found.push([m.index, to]);
      else number.lastIndex = m.index + 1;
    }
    return found.length > 0 ? found : null;
  }

  // find gives where a folded text holds all that is asked for, as places in the
  // text itself, [from, to], in order and never overlapping; null unless it does.
  function find(folded, list) {
    const places = together(folded.text, list);
    if (!places) return null;
    return merged(places.map(([from, to]) => (folded.map ? [folded.map[from][0], folded.map[to - 1][1]] : [from, to])));
  }

  // merged are places in order, those that overlap as one.
  function merged(found) {
    found.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
    const apart = [];
    for (const f of found) {
      const last = apart[apart.length - 1];
      if (last && f[0] < last[1]) last[1] = Math.max(last[1], f[1]);
      else apart.push(f);
    }
    return apart;
  }

  // ofRow is what besides its cells is known of a row of a table: their columns' names, for
  // 特种设备立案 asks for a row by one and for a column by the other. Each name stands on a
  // line of its own behind the row's text, so that nothing is found across them.
  function ofRow(block) {
    const heads = [];
    let all = block.text;
    for (const { name, from, to } of cells(block)) {
      if (!name) continue;
      heads.push({ from: all.length + 1, to: all.length + 1 + name.length, cell: [from, to] });
      all += `\n${name}`;
    }
    return heads.length > 0 ? { folded: fold(all), heads } : null;
  }

  // inBlock is find for a paragraph or a row. Of a row whose cells alone do not hold all that is
  // asked for, a cell is found by the name of its column, if something else stands in the row.
  function inBlock(block, list) {
    const found = find(block.folded, list);
    if (found || !block.names || block.column < 0) return found;
    block.row ??= ofRow(block) ?? { heads: [] };
    const more = block.row.folded ? find(block.row.folded, list) : null;
    const own = more?.filter(([from]) => from < block.text.length) ?? [];
    if (own.length === 0) return null;
    const named = block.row.heads.filter((h) => more.some(([from, to]) => from < h.to && to > h.from));
    return merged([...own, ...named.map((h) => [...h.cell])]);
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

  // cells are those of a block of a table that are not empty: where each stands, and
  // how its column is called.
  function cells({ text, column, names }) {
    const list = [];
    let k = column;
    const parts = text.includes("\t") ? /[^\t]*/g : /[^|]+/g;
    for (const m of text.matchAll(parts)) {
      if (m[0] === "" && m.index > 0 && text[m.index - 1] !== "\t") continue; // behind each cell nothing is matched
      const words = m[0].trim();
      const from = m.index + m[0].indexOf(words);
      if (words !== "") list.push({ name: names?.[k] ?? "", from, to: from + words.length });
      k++;
    }
    return list;
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

  return { fold, words, find, inBlock, sentences, cells };
})();
