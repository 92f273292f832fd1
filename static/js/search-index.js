// 3 of 7. The files of generator/site/search: which reports may hold the words of a
// query, and their texts, of which none is fetched before it is asked for.
"use strict";

const searchIndex = (() => {
  const termBits = 24;
  const enough = 12; // terms of a word that are looked up; more would rule out little
  const ofOthers = 3; // terms of its other ways of writing
  const least = 8; // texts that are fetched side by side: of neighbours they stand in one file
  const most = 30;
  const keptTexts = 300; // and parts and terms are bounded as well, so that memory is
  const keptParts = 64;
  const keptTerms = 3000;

  // A Stale error says that the site was built anew since index.json was read.
  class Stale extends Error {}

  // runs reads postings, as generator/site/search writes them.
  function runs(list, start) {
    const out = [];
    let at = start;
    for (const n of list) {
      if (n > 0) out.push((at += n));
      else for (let i = n; i < 0; i++) out.push(++at);
    }
    return out;
  }

  // termOf is the number of a term: FNV-1a, its upper bits folded onto the others.
  function termOf(term) {
    let h = 0x811c9dc5;
    for (const byte of new TextEncoder().encode(term)) h = Math.imul(h ^ byte, 0x01000193);
    return (h >>> termBits) ^ (h & ((1 << termBits) - 1));
  }

  // terms are what a report must hold to hold a run of characters; a few of them
  // when only a few are wanted.
  function terms(run, few) {
    const characters = [...run].filter((c) => !/\s/u.test(c));
    if (characters.length === 1) return [termOf(run)];
    const all = characters.slice(1).map((c, i) => termOf(characters[i] + c));
    if (all.length <= few) return all;
    return Array.from({ length: few }, (_, i) => all[Math.round((i * (all.length - 1)) / (few - 1))]);
  }

  // termsOf is the same for what a query asks for (see search-text.js): a term, or
  // { all } or { any } of several.
  function termsOf(asked, few = enough) {
    if (typeof asked === "string") return { all: terms(asked, few) };
    if (asked.near) return { all: asked.near.flatMap((part) => terms(part, few)) };
    if (asked.number) return { all: [...asked.values.map((v) => termOf(`number ${v}`)), ...asked.words.flatMap((w) => terms(w, few))] };
    if (asked.all) return { all: asked.all.map((one) => termsOf(one, few)) };
    const any = asked.any.map((one, i) => termsOf(one, i === 0 ? enough : ofOthers));
    return { any: asked.or ? [...any, termsOf(asked.or, ofOthers)] : any };
  }

  function eachTerm(wanted, use) {
    if (typeof wanted === "number") use(wanted);
    else for (const one of wanted.all ?? wanted.any) eachTerm(one, use);
  }

  // keep bounds a map: what was added first goes.
  function keep(map, count) {
    for (const key of map.keys()) {
      if (map.size <= count) return;
      map.delete(key);
    }
  }

  // A portal's index, read from the files below base.
  class Index {
    constructor(base, manifest) {
      this.base = base;
      this.version = manifest.version;
      this.bits = manifest.bits;
      this.together = manifest.together; // bodies whose texts of a year stand in one file
      this.themes = manifest.themes.map(([id, name]) => ({ id, name }));
      this.bodies = manifest.bodies.map(([slug, name]) => ({ slug, name }));
      this.holders = new Map(); // of terms: a bit for each report
      this.texts = new Map(); // of reports, folded; those used last stand last
      this.reports = [];
      manifest.bodies.forEach(([slug, name, years], body) => {
        for (const year of runs(years, 0)) this.reports.push({ ordinal: this.reports.length, slug, name, body, year });
      });
      this.order = [...this.reports].sort((a, b) => b.year - a.year || a.ordinal - b.ordinal);
      this.files = new Map(); // what was asked for, by address
      this.known = new searchKnown.Known(manifest, this.reports);
    }

    static async load(base) {
      const answer = await fetch(`${base}search/index/index.json`, { cache: "no-cache" });
      if (!answer.ok) throw new Error(`index.json: ${answer.status}`);
      return new Index(base, await answer.json());
    }

    file(path) {
      if (!this.files.has(path)) {
        const asked = fetch(`${this.base}${path}?v=${this.version}`).then((answer) => {
          if (!answer.ok) throw answer.status === 404 ? new Stale(path) : new Error(`${path}: ${answer.status}`);
          return answer.json();
        });
        asked.catch(() => this.files.delete(path)); // the next query may ask again
        this.files.set(path, asked);
        keep(this.files, keptParts);
      }
      return this.files.get(path);
    }

    // versioned is a file that must be of the same build as index.json.
    async versioned(path) {
      const data = await this.file(path);
      if (data.version !== this.version) throw new Stale(path);
      return data;
    }

    // candidates are the reports that may hold all that is asked for, newest first,
    // of the bodies and years (sets of numbers, null for all) and of the theme (a
    // number, -1 for any).
    async candidates(asked, { bodies = null, years = null, theme = -1 } = {}) {
      const list = this.order.filter((r) => (!bodies || bodies.has(r.body)) && (!years || years.has(r.year)));
      if (this.bits < 0) return list;
      const wanted = { all: asked.map((one) => termsOf(one)) };
      if (theme >= 0) wanted.all.push(termOf(`theme ${theme}`));
      await this.look(wanted);
      const bits = this.bitsOf(wanted);
      return list.filter((r) => bits[r.ordinal >> 5] & (1 << (r.ordinal & 31)));
    }

    // look fetches the parts of the term index that tell of the terms that are wanted.
    async look(wanted) {
      keep(this.holders, keptTerms);
      const ofParts = new Map();
      eachTerm(wanted, (term) => {
        if (this.holders.has(term)) return;
        const part = this.bits === 0 ? 0 : term >>> (termBits - this.bits);
        ofParts.set(part, [...(ofParts.get(part) ?? []), term]);
      });
      await Promise.all(
        [...ofParts].map(async ([part, list]) => {
          const data = await this.versioned(`search/index/${part}.json`);
          for (const term of list) this.holders.set(term, this.bitsIn(data.terms[term & ((1 << (termBits - this.bits)) - 1)] ?? []));
        }),
      );
    }

    bitsIn(list) {
      const bits = new Int32Array((this.reports.length >> 5) + 1);
      for (const ordinal of runs(list, -1)) bits[ordinal >> 5] |= 1 << (ordinal & 31);
      return bits;
    }

    bitsOf(wanted) {
      if (typeof wanted === "number") return this.holders.get(wanted) ?? this.bitsIn([]).fill(-1); // forgotten: any may hold it
      const bits = this.bitsIn([]);
      if (wanted.all) bits.fill(-1);
      for (const one of wanted.all ?? wanted.any) {
        const more = this.bitsOf(one);
        for (let i = 0; i < bits.length; i++) bits[i] = wanted.all ? bits[i] & more[i] : bits[i] | more[i];
      }
      return bits;
    }

    // text is a report's, with each block folded.
    async text(report) {
      const known = this.texts.get(report.ordinal);
      if (known) return this.remember(report, known);
      const path = `search/index/texts/${Math.floor(report.body / this.together)}/${report.year}.json`;
      const raw = this.bits < 0 ? (await this.versioned("search/index/text.json")).reports[report.ordinal] : (await this.file(path))[report.slug];
      if (!raw) throw new Stale(path);
      let section = "";
      let columns = null; // of the table
      const text = raw.blocks.map(([id, words, more, column = -1, names]) => {
        if (more === 1) section = words;
        if (column < 0) columns = null;
        const block = { id, text: words, section: more === 1 ? "" : section, figures: Array.isArray(more) ? more : [], column, names: columns, row: null, folded: searchText.fold(words) };
        if (names) columns = names;
        return block;
      });
      return this.remember(report, text);
    }

    remember(report, text) {
      this.texts.delete(report.ordinal);
      this.texts.set(report.ordinal, text);
      if (this.bits >= 0) keep(this.texts, keptTexts);
      return text;
    }

    // each gives the texts of reports to use, in order, until it returns 0 for
    // enough; otherwise use returns how many more it will need, as far as it
    // can tell. It returns how many were given.
    async each(reports, use) {
      let ahead = least;
      for (let i = 0; i < reports.length; ) {
        const batch = reports.slice(i, i + Math.min(Math.max(ahead, least), most));
        const known = batch.map((r) => this.texts.get(r.ordinal));
        const texts = known.every(Boolean) ? known : await Promise.all(batch.map((r) => this.text(r)));
        for (let k = 0; k < batch.length; k++) {
          i++;
          ahead = use(batch[k], texts[k]);
          if (ahead === 0) return i;
        }
      }
      return reports.length;
    }
  }

  return { load: Index.load, Stale };
})();
