"use strict";

// What is typed is looked for in whole stories, by the index that Pagefind has made; from disk, and where there is no
// index, in titles and topics. A story is found as its title, its address, facts about it and its topics, and in the
// index with a passage of its text.
(() => {
  const SHOWN = 10;
  const PAUSE = 150; // milliseconds without a key, after which it is looked for
  const PASSAGE = 28; // words, or letters of a script without spaces by three times as many
  const BEFORE = 5; // of them, those before what was found
  const UNSPACED = /[\u2e80-\u30ff\u3400-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}]/u;
  const GAPS = RegExp(`(?<=\\S)(?=${UNSPACED.source})|(?<=${UNSPACED.source})(?=[\\p{L}\\p{N}])`, "gu");
  const SPACES = RegExp(`(?<=${UNSPACED.source}) | (?=${UNSPACED.source})`, "gu");

  const box = document.querySelector(".finder");
  const form = box.querySelector("form");
  const field = form.querySelector("input");
  const list = box.querySelector(".results");
  const further = box.querySelector(".further");
  const address = (path) => new URL(path, document.baseURI).href;

  // Letters without case and signs, each with its place in the text, so that what is found can be marked there.
  const plain = (text) => {
    let low = "";
    const places = [];
    let place = 0;
    for (const letter of text) {
      const bare = letter.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
      low += bare;
      for (let unit = 0; unit < bare.length; unit += 1) places.push(place);
      place += letter.length;
    }
    return { low, places: [...places, place] };
  };

  const wordsOf = (wanted) => plain(wanted).low.split(/[\s"“”„«»]+/u).filter(Boolean);

  const mark = (text) => {
    const element = document.createElement("mark");
    element.textContent = text;
    return element;
  };

  // Put a text into an element, with the words that were looked for marked.
  const fill = (element, text, words) => {
    const { low, places } = plain(text);
    const spans = [];
    for (const word of words) {
      for (let at = low.indexOf(word); at >= 0; at = low.indexOf(word, at + word.length)) {
        spans.push([places[at], places[at + word.length]]);
      }
    }
    spans.sort((one, other) => one[0] - other[0] || other[1] - one[1]);
    let end = 0;
    for (const [from, to] of spans) {
      if (from < end) continue;
      element.append(text.slice(end, from), mark(text.slice(from, to)));
      end = to;
    }
    element.append(text.slice(end));
  };

  // Put the passage into an element in which most of what was found stands together. The text begins with the title.
  const fillPassage = (element, { content, locations, meta }) => {
    const words = content.split(/\s+/u);
    const length = UNSPACED.test(content) ? 3 * PASSAGE : PASSAGE;
    const title = meta.title.split(/\s+/u).length;
    const found = locations.filter((place) => place >= title).sort((one, other) => one - other);
    const near = (from) => found.filter((place) => place >= from && place < from + length - BEFORE).length;
    const best = found.reduce((best, place) => (near(place) > near(best) ? place : best), found[0] ?? title);
    const start = Math.max(title, best - BEFORE);
    if (start > title) element.append("… ");
    words.slice(start, start + length).forEach((word, at) => {
      const glued = at === 0 || UNSPACED.test(word[0]) || UNSPACED.test(words[start + at - 1][0]);
      element.append(glued ? "" : " ", found.includes(start + at) ? mark(word) : word);
    });
    if (start + length < words.length) element.append(" …");
  };

  // For a word that no story has Pagefind finds others that only begin like it. One that was found holds half of it.
  const isFound = (words, { content, locations, meta }) => {
    const texts = content.split(/\s+/u);
    const { low } = plain([...locations.map((place) => texts[place]), ...Object.values(meta)].join("\n"));
    return words.every((word) => low.includes(word.slice(0, Math.ceil(word.length / 2))) || low.includes(word.slice(word.length / 2)));
  };

  // The index holds a text without spaces letter by letter: a run of letters is looked for as it stands first.
  const openIndex = async () => {
    const pagefind = await import(address(form.dataset.index));
    const search = async (wanted) => (await pagefind.search(wanted)).results;
    await search(""); // fails where a part of the index is missing
    return async (wanted) => {
      const parted = wanted.replace(GAPS, " ");
      const exact = parted === wanted ? [] : await search(`"${parted}"`);
      const results = exact.length ? exact : await search(parted);
      if (!results.length || !isFound(wordsOf(parted), await results[0].data())) return [];
      return results.map((result) => async () => {
        const story = await result.data();
        const [title, about, tags] = ["title", "about", "tags"].map((key) => story.meta[key].replace(SPACES, ""));
        return { row: [title, story.raw_url.slice(1), about, tags], story };
      });
    };
  };

  const openTitles = async () => {
    const script = document.createElement("script");
    const loaded = new Promise((done, failed) => Object.assign(script, { onload: done, onerror: failed }));
    script.src = address(form.dataset.titles);
    document.head.append(script);
    await loaded;
    box.querySelector(".only").hidden = false;
    const rows = self.stories.map((row) => ({ row, low: plain(row.join("\n")).low }));
    return async (wanted) => {
      const words = wordsOf(wanted);
      return rows.filter(({ low }) => words.length && words.every((word) => low.includes(word))).map(({ row }) => async () => ({ row }));
    };
  };

  let opened = null;
  const find = async (wanted) => {
    const whole = form.dataset.index && location.protocol !== "file:";
    opened ??= whole ? openIndex().catch(openTitles) : openTitles();
    return (await opened)(wanted);
  };

  const write = ({ row: [title, url, about, tags], story }, words) => {
    const item = box.querySelector("template").content.cloneNode(true);
    const [facts, topics] = item.querySelectorAll("li li");
    const [link, text] = [item.querySelector("a"), item.querySelector("p")];
    link.href = form.dataset.root + url.split("/").map(encodeURIComponent).join("/");
    fill(link, title, words);
    fill(facts, about, words);
    if (tags) fill(topics, tags, words);
    else topics.remove();
    if (story) fillPassage(text, story);
    else text.remove();
    return item;
  };

  let turns = 0; // what was looked for earlier and is found later is not shown
  const show = async (results, words, turn) => {
    const shown = list.children.length;
    const stories = await Promise.all(results.slice(shown, shown + SHOWN).map((load) => load()));
    if (turn !== turns) return;
    list.append(...stories.map((each) => write(each, words)));
    further.hidden = results.length <= list.children.length;
    further.onclick = async () => {
      const next = list.children.length;
      await show(results, words, turn);
      list.children[next].querySelector("a").focus();
    };
  };

  const tell = (number) => {
    const { lang } = form.closest("[lang]");
    const said = form.dataset[new Intl.PluralRules(lang).select(number)] ?? form.dataset.other;
    return said.replace("{number}", number.toLocaleString(lang));
  };

  // The address says what is looked for, so that it can be kept, come back to, and taken along to another language.
  const remember = (wanted) => {
    const query = wanted ? `?${new URLSearchParams({ q: wanted })}` : "";
    history.replaceState(null, "", location.pathname + query);
    for (const link of box.querySelectorAll("header nav a")) link.search = query;
  };

  const look = async () => {
    const turn = (turns += 1);
    const wanted = field.value.trim();
    remember(wanted);
    const results = wanted ? await find(wanted) : [];
    if (turn !== turns) return;
    list.replaceChildren();
    await show(results, wordsOf(wanted), turn);
    if (turn !== turns) return;
    form.querySelector("output").textContent = wanted ? tell(results.length) : "";
    box.querySelector(".nothing").hidden = !wanted || results.length > 0;
    box.querySelector(".ways").hidden = results.length > 0;
  };

  let waiting = 0;
  field.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(look, PAUSE);
  });
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    clearTimeout(waiting);
    await look();
    list.querySelector("a")?.focus();
  });
  box.addEventListener("keydown", (event) => {
    const stops = [field, ...list.querySelectorAll("h2 a")];
    const at = stops.indexOf(document.activeElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Escape: 0 }[event.key];
    if (at < 0 || to === undefined || to === at || !stops[to]) return;
    event.preventDefault();
    stops[to].focus();
  });

  field.value = new URLSearchParams(location.search).get("q") ?? "";
  field.focus();
  if (field.value) look();
})();
