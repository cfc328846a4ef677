"use strict";

// A long list of topics, made short by part of a name; signs on letters do not count.
(() => {
  const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const field = document.querySelector(".filter input");
  const number = document.querySelector(".filter output");
  const boxes = [...document.querySelectorAll(".index, .index > div")];
  const topics = [...document.querySelectorAll(".index li:has([rel])")].map((item) => [item, plain(item.firstChild.textContent)]);

  const apply = () => {
    const wanted = plain(field.value.trim());
    let found = 0;
    for (const [item, name] of topics) {
      item.hidden = !name.includes(wanted);
      if (!item.hidden) found += 1;
    }
    for (const box of boxes) box.hidden = !box.querySelector("li:not([hidden]) > [rel]");
    for (const letters of document.querySelectorAll(".letters")) letters.hidden = wanted !== "";
    number.textContent = wanted ? found.toLocaleString(document.documentElement.lang) : "";
  };

  field.addEventListener("input", apply);
  field.closest("[hidden]").hidden = false;
  apply(); // the browser may have kept what was written before
})();
