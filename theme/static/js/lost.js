"use strict";

// The words of an address at which there is nothing may find what was there.
(() => {
  const field = document.querySelector("[role=search] input");
  const [, name] = location.pathname.match(/([^/]*?)(?:\/index)?(?:\.html?)?\/?$/u);
  if (field) field.value = decodeURI(name).split(/[-_+.\s]+/u).join(" ").trim();
})();
