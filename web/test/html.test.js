/* The tagged template that escapes, and what may be put into the page. */
import { describe, expect, it } from "vitest";
import { colour, escape, fill, html, joined, putFirst } from "../src/html.js";

describe("html", () => {
  it("escapes every letter that means something in HTML", () => {
    expect(escape(`<a href="x">'&'</a>`)).toBe("&lt;a href=&quot;x&quot;&gt;&#39;&amp;&#39;&lt;/a&gt;");
    expect(html`<p title="${'"'}">${"<b>"}</p>`.text).toBe('<p title="&quot;">&lt;b&gt;</p>');
  });

  it("keeps what it made itself, joins lists, and leaves nothing of what is not there", () => {
    const items = ["a<", "b"].map((text) => html`<li>${text}</li>`);
    expect(html`<ul>${items}</ul>`.text).toBe("<ul><li>a&lt;</li><li>b</li></ul>");
    expect(html`[${null}${undefined}${false}${""}${[]}]`.text).toBe("[]");
    expect(html`${0}${true}`.text).toBe("0true");
    expect(String(html`<b>${1}</b>`)).toBe("<b>1</b>");
    expect(joined([html`<i>1</i>`, html`2`], html`<br>`).text).toBe("<i>1</i><br>2");
  });

  it("is the only thing that can be put into the page", () => {
    const place = document.createElement("div");
    fill(place, html`<b>${"<i>"}</b>`);
    putFirst(place, html`<u></u>`);
    expect(place.innerHTML).toBe("<u></u><b>&lt;i&gt;</b>");
    expect(() => fill(place, /** @type {any} */ ("<b>"))).toThrow("only what html`…` made may be put into the page");
  });

  it.each([
    ["#fff", "#fff"],
    ["#b3202c", "#b3202c"],
    ["#b3202c80", "#b3202c80"],
    ["RGB(1, 2, 3)", "RGB(1, 2, 3)"],
    ["rgba(111,143,173,0.50)", "rgba(111,143,173,0.50)"],
    ["#ff", "transparent"],
    ["x#fff", "transparent"],
    ["#fff;background:url(//x)", "transparent"],
    ["xrgb(1,2,3)", "transparent"],
    ["rgb(1,2,3)x", "transparent"],
    ["rgb(x)", "transparent"],
    ["rgb()", "transparent"],
    ["red", "transparent"],
  ])("takes %s as the colour %s", (text, wanted) => expect(colour(text)).toBe(wanted));
});
