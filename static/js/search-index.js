// 2 of 4. The files of generator/site/search: which reports may hold the words of a
// query, and their texts. Nothing is fetched before it is asked for.
"use strict";

const searchIndex = (() => {
  const termBits = 24;
  const enough = 12; // terms that are looked up; more would rule out little
  const least = 6; // texts that are fetched side by side
  const most = 30;

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

  // terms are what a report must hold to hold a word.
  function terms(word) {
    const characters = [...word];
    if (characters.length === 1) return [termOf(word)];
    return characters.slice(1).map((c, i) => termOf(characters[i] + c));
  }

  // A portal's index, read from the files below base.
  class Index {
    constructor(base, manifest) {
      this.base = base;
      this.version = manifest.version;
      this.bits = manifest.bits;
      this.themes = manifest.themes.map(([id, name]) => ({ id, name }));
      this.bodies = manifest.bodies.map(([slug, name]) => ({ slug, name }));
      this.reports = [];
      manifest.bodies.forEach(([slug, name, years], body) => {
        for (const year of runs(years, 0)) this.reports.push({ ordinal: this.reports.length, slug, name, body, year });
      });
      this.order = [...this.reports].sort((a, b) => b.year - a.year || a.ordinal - b.ordinal);
      this.files = new Map(); // what was asked for, by address
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
      }
      return this.files.get(path);
    }

    // versioned is a file that must be of the same build as index.json.
    async versioned(path) {
      const data = await this.file(path);
      if (data.version !== this.version) throw new Stale(path);
      return data;
    }

    // candidates are the reports that may hold all words, newest first, of the
    // body (slug), year and theme (number) asked for; "" asks for any.
    async candidates(words, { body, year, theme }) {
      let list = this.order.filter((r) => (!body || r.slug === body) && (!year || r.year === Number(year)));
      if (this.bits < 0) return list;
      const wanted = new Set(theme === "" ? [] : [termOf(`theme ${theme}`)]);
      for (const t of words.flatMap(terms)) wanted.add(t);
      const holders = await Promise.all([...wanted].slice(0, enough).map((t) => this.holders(t)));
      for (const h of holders) list = list.filter((r) => h.has(r.ordinal));
      return list;
    }

    async holders(term) {
      const part = this.bits === 0 ? 0 : term >>> (termBits - this.bits);
      const data = await this.versioned(`search/index/${part}.json`);
      const list = data.terms[term & ((1 << (termBits - this.bits)) - 1)];
      return new Set(list ? runs(list, -1) : []);
    }

    // text is a report's, with each block folded.
    async text(report) {
      if (report.text) return report.text;
      const raw =
        this.bits < 0
          ? (await this.versioned("search/index/text.json")).reports[report.ordinal]
          : await this.file(`search/index/reports/${report.slug}/${report.year}.json`);
      let section = "";
      report.text = raw.blocks.map(([id, text, more]) => {
        if (more === 1) section = text;
        return { id, text, section: more === 1 ? "" : section, figures: Array.isArray(more) ? more : [], folded: searchText.fold(text) };
      });
      return report.text;
    }

    // each gives the texts of reports to use, in order, until it returns 0 for
    // enough; otherwise use returns how many more it will need, as far as it
    // can tell. It returns how many were given.
    async each(reports, use) {
      let ahead = least;
      for (let i = 0; i < reports.length; ) {
        const batch = reports.slice(i, i + Math.min(Math.max(ahead, least), most));
        const texts = batch.every((r) => r.text) ? batch.map((r) => r.text) : await Promise.all(batch.map((r) => this.text(r)));
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
