/* Asking the server for a file, patiently, and reading what it answers. */

const TRIES = 10;
const LONGEST = 15 * 60 * 1000; // milliseconds that a reader stands in line

/** @param {number} milliseconds */
const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/**
 * Ask until the file is made: with a ticket, so that who came first is served first, and telling where the reader stands.
 * Without a place in a line, as a server in front may answer, no longer than some tries.
 * @param {URL} url
 * @param {(words: string) => void} say
 */
export async function ask(url, say) {
  const headers = { "X-Export-Ticket": crypto.randomUUID() };
  const end = Date.now() + LONGEST;
  for (let tries = 1; ; tries += 1) {
    const answer = await fetch(url, { headers });
    const seconds = Number(answer.headers.get("Retry-After"));
    const inLine = answer.headers.has("X-Export-Place") && Date.now() < end;
    if (answer.status !== 503 || !(seconds > 0) || !(inLine || tries <= TRIES)) return answer;
    say(inLine ? await refusal(answer) : `Others are exporting too; trying again in ${seconds} second${seconds === 1 ? "" : "s"} (${tries})`);
    await pause(seconds * 1000);
  }
}

/**
 * The name under which the server offers the file.
 * @param {Response} answer
 */
export function nameOf(answer) {
  const given = answer.headers.get("Content-Disposition") || "";
  const [, whole] = given.match(/filename\*=UTF-8''([^;]+)/) || [];
  const [, plain] = given.match(/filename="([^"]*)"/) || [];
  return whole ? decodeURIComponent(whole) : plain || "export";
}

/**
 * The sentence that a refusal came with; whatever stands between us and the server may answer with less.
 * @param {Response} answer
 */
export async function refusal(answer) {
  const plain = (answer.headers.get("Content-Type") || "").startsWith("text/plain");
  return (plain && (await answer.text())) || `The file could not be made; the server answered ${answer.status}.`;
}

/**
 * Give a file to the reader as a download.
 * @param {Blob} blob
 * @param {string} name
 */
export function save(blob, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
}
