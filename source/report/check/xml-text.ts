// What XML 1.0 cannot hold in any spelling.
const forbidden = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

/** Names and values of an element; undefined leaves one out. */
export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** An element on lines of its own; `content` = lines of elements, or one text. */
export function element(
	name: string,
	attributes: Attributes,
	content: readonly string[] | string = [],
): readonly string[] {
	const start = [
		name,
		...Object.entries(attributes).flatMap(([key, value]) =>
			value === undefined ? [] : [`${key}="${escapeAttribute(String(value))}"`],
		),
	].join(' ');
	if (typeof content === 'string') {
		return [`<${start}>${escapeText(content)}</${name}>`];
	}

	return content.length === 0
		? [`<${start}/>`]
		: [`<${start}>`, ...content.map(line => `\t${line}`), `</${name}>`];
}

/** A parser turns the line ends and tabs of an attribute into blanks unless they are written as numbers. */
function escapeAttribute(text: string): string {
	return escapeText(text).replaceAll(/[\t\n]/g, character => `&#${character.charCodeAt(0)};`);
}

function escapeText(text: string): string {
	return text
		.replaceAll(forbidden, token)
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;')
		.replaceAll('"', '&quot;')
		.replaceAll('\r', '&#13;');
}

function token(character: string): string {
	return `<U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}>`;
}
