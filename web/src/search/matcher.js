/*
 * What people type against what things are called: one matcher for the search field and every filter. Pure functions.
 *
 * Capitals, accents, apostrophes, dashes, ampersands and full stops make no difference, nor do "saint" and "st", "upon" and
 * "on". Where nothing has all the words as typed, a word may be one letter wrong, a long one two.
 */

/** @type {Record<string, string>} */
const SAME = { saint: "st", upon: "on" };
/** The words that stand beside the name of a council. */
export const COUNCIL = new Set("council borough district city metropolitan royal unitary authority mbc mdc bc dc cc".split(" "));
const SMALL = new Set(["of", "the", "and"]); // words that people put in and leave out
const LATER = 0.3;
const SHORT = 4; // letters; a shorter word is taken as it stands

/**
 * A thing as the matcher knows it.
 * @typedef {object} Thing
 * @property {Name[]} names what it is called, its codes among them
 * @property {Set<string>} kinds words of its kind, which may be typed beside a name: "council", "STP"
 * @property {boolean} place whether it is a place, which one word of its name is enough for
 */
/** @typedef {{ words: string[], text: string, tight: string }} Name */

/** @param {string} text */
const plain = (text) =>
  text
    .toLowerCase()
    .normalize("NFD")
    .replace(/[\u0300-\u036f]|['’‘`´ʼ]/g, "")
    .replace(/&/g, " and ")
    .replace(/[−‐-―]/g, "-")
    .replace(/(\d),(?=\d)/g, "$1")
    .replace(/-(?!\d)|(?<=[a-z])-/g, " ")
    .replace(/[.,](?!\d)|[;:()"“”!?/*]/g, " ");

/**
 * The words that count, in one spelling; the small ones only where there is nothing else.
 * @param {string} text
 */
export function wordsOf(text) {
  const words = plain(text).split(/\s+/).filter(Boolean).map((word) => SAME[word] ?? word);
  const kept = words.filter((word) => !SMALL.has(word));
  return kept.length ? kept : words;
}

/** @param {string} text */
export const fold = (text) => wordsOf(text).join(" ");

/** @param {string} text @returns {Name} */
export function nameOf(text) {
  const words = wordsOf(text);
  return { words, text: words.join(" "), tight: words.join("") };
}

/**
 * Whether these texts, taken together, hold every word.
 * @param {string[]} texts as `fold` makes them
 * @param {string[]} words
 */
export const holds = (texts, words) => words.every((word) => texts.some((text) => text.includes(word)));

/**
 * How well a name answers: 0 is the name itself, 3 no more than letters within it, Infinity not at all. One whole word is
 * as good as a name where a place is meant: "durham" is County Durham before it is a university.
 * @param {string[]} words
 * @param {Name} name
 * @param {boolean} place
 */
function level(words, name, place) {
  const typed = words.join(" ");
  if (name.text === typed) return place ? 0 : 0.2;
  if (place && words.every((word) => name.words.includes(word))) return words.length > 1 ? 0.5 : 0.1;
  if (name.text.startsWith(typed)) return 1;
  if (words.every((word) => name.words.some((own) => own.startsWith(word)))) return 2;
  const tight = words.join("");
  if (holds([name.text], words) || (tight.length >= SHORT && name.tight.includes(tight))) return 3;
  return Infinity;
}

/**
 * How well a thing answers what was typed, the best of its names; Infinity when it doesn't.
 * @param {string[]} words
 * @param {Thing} thing
 */
export function rate(words, { names, kinds, place }) {
  const own = words.filter((word) => !kinds.has(word));
  if (!own.length) return 3.5; // nothing but its kind: all of that kind are meant
  // What a place has been called at another time, or by others, comes after what is called so itself.
  const best = (/** @type {string[]} */ asked) =>
    Math.min(...names.map((name, k) => level(asked, name, place) + (place && k ? LATER : 0)));
  const whole = best(words);
  return own.length === words.length ? whole : Math.min(whole, best(own) + 0.25);
}

/**
 * The letters by which two words differ: left out, put in, changed, or two in the wrong order. More than `most` is `most + 1`.
 * @param {string} a
 * @param {string} b
 * @param {number} most
 */
export function slips(a, b, most) {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  /** @type {number[][]} */
  const rows = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i += 1) {
    rows.push([i]);
    for (let j = 1; j <= b.length; j += 1) {
      const other = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min(rows[i - 1][j] + 1, rows[i][j - 1] + 1, rows[i - 1][j - 1] + other);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) least = Math.min(least, rows[i - 2][j - 2] + 1);
      rows[i].push(least);
    }
  }
  return Math.min(rows[a.length][b.length], most + 1);
}

/**
 * The words among these that a typed one may have been meant for, a beginning of one included.
 * @param {string} typed
 * @param {Iterable<string>} known
 */
export function meant(typed, known) {
  const most = typed.length < SHORT || /\d/.test(typed) ? 0 : typed.length < 8 ? 1 : 2;
  const found = new Set();
  for (const word of known) {
    const begun = word.length > typed.length ? word.slice(0, typed.length) : word;
    if (word.startsWith(typed) || (most && (slips(typed, word, most) <= most || slips(typed, begun, most) <= most))) found.add(word);
  }
  return found;
}

/**
 * For each word what it may have been meant for, among the words of texts that none holds all of; words of a council's kind that
 * are nowhere there are let go, where others remain.
 * @param {string[]} words
 * @param {string[]} texts as `fold` makes them
 * @returns {string[][]}
 */
export function meanings(words, texts) {
  const known = new Set(texts.flatMap((text) => text.split(" ")));
  const told = words.filter((word) => !COUNCIL.has(word) || known.has(word));
  return (told.length ? told : words).map((word) => [...meant(word, known)]);
}
