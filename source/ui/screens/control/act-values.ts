import type {ClickValueShown, ClickValues} from '../../../report/click-values.ts';
import {widthOf} from '../../lines/fit.ts';
import {dim, type Line} from '../../lines/line.ts';
import {paragraph} from '../../lines/wrap.ts';

/** The values of a click: short ones beside their labels, long ones below; the words of the identity provider first. */
export function valueLines(
	{idp, values}: ClickValues,
	/** How much of the click can be copied. */
	copies: number,
	indent: number,
	labelWidth: number,
	width: number,
): readonly Line[] {
	if (values.length === 0) {
		return [];
	}

	const only = values.length === 1 ? values[0] : undefined;
	if (only !== undefined && widthOf(only.label) < labelWidth && only.named.length === 0 && idp === null) {
		return paragraph(only.value, width, {
			indent: indent + labelWidth,
			lead: dim(`${' '.repeat(indent)}${only.label}`),
			style: {tone: 'info'},
		});
	}

	const blanks = ' '.repeat(indent);
	const choose =
		copies > 1 ? 'y chooses one to copy' : copies === 1 ? 'y copies it' : 'from the identity provider';
	const head: Line = [
		{text: `${blanks}${idp === null ? 'Values' : `In ${idp}`}`, bold: true},
		dim(`  ${choose}`),
	];
	return [head, ...values.flatMap(value => oneValue(value, indent + 2, width))];
}

function oneValue(
	{label, value, note, named}: ClickValueShown,
	indent: number,
	width: number,
): readonly Line[] {
	const blanks = ' '.repeat(indent);
	const isShort = indent + widthOf(label) + 2 + widthOf(value) <= width;
	const names = named.map(({idp, name}) => `${shortName(idp)}: ${name}`).join(' · ');
	return [
		...(isShort
			? [[dim(`${blanks}${label}  `), {text: value, tone: 'info'}] satisfies Line]
			: [
					[dim(`${blanks}${label}`)],
					...paragraph(value, width, {indent: indent + 2, style: {tone: 'info'}}),
				]),
		...[note, names]
			.filter(words => words !== null && words !== '')
			.flatMap(words => paragraph(words ?? '', width, {indent: indent + 2, style: {tone: 'dim'}})),
	];
}

/** `Microsoft Entra ID (Azure AD)` is too long to stand before every field. */
function shortName(idp: string): string {
	return idp.startsWith('Microsoft') ? 'Entra' : (idp.split(' ')[0] ?? idp);
}
