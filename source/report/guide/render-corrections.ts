import {guideDocument} from '../../controls/guide/index.ts';
import {controls} from '../../controls/index.ts';
import type {Control, Correction} from '../../types/control.ts';
import {type Block, heading, list, paragraph} from './block.ts';
import {layOutMarkdown} from './lay-out-markdown.ts';
import {layOutText} from './lay-out-text.ts';
import {correctionTitle, proofs} from './words.ts';

export type CorrectionsRequest = {
	/** Only this control's; null for all, with those outside the controls at the end. */
	readonly control: Control | null;
	readonly format: 'text' | 'markdown' | 'json';
	/** Used by text only. */
	readonly columns: number;
	readonly colour: boolean;
};

/** Where the guide and today's Mixpanel differ, one titled entry each, ready to paste into an issue. */
export function renderCorrections({control, format, columns, colour}: CorrectionsRequest): string {
	const corrections =
		control === null
			? [...controls.flatMap(each => each.corrections), ...guideDocument.corrections]
			: control.corrections;
	switch (format) {
		case 'text':
			return layOutText(correctionBlocks(corrections), {columns, colour});
		case 'markdown':
			return layOutMarkdown(correctionBlocks(corrections));
		case 'json':
			return `${JSON.stringify({schemaVersion: '1', corrections}, null, 2)}\n`;
	}
}

function correctionBlocks(corrections: readonly Correction[]): readonly Block[] {
	const {title, version, updated} = guideDocument;
	return [
		heading(1, `Corrections to the ${title}`),
		paragraph(
			`${corrections.length} places where version ${version} of ${updated} and Mixpanel differ, or where it leaves something out. Taken from public documentation, not from a live organization.`,
		),
		...corrections.flatMap(correction => [
			heading(3, `${correction.id}: ${correctionTitle(correction, place(correction))}`),
			list([
				...contrast(correction),
				`Since: ${correction.since ?? 'no date known'}`,
				`Source: ${correction.source} (${proofs[correction.proof]})`,
			]),
		]),
	];
}

/** What is missing is nothing the guide says: there it stands beside what is to be added. */
function contrast({kind, guideSays, truth}: Correction): readonly string[] {
	return kind === 'missing'
		? [`In the guide: ${guideSays}`, `To be added: ${truth}`]
		: [`The guide says: ${guideSays}`, `True today: ${truth}`];
}

function place({id, line}: Correction): string {
	return line ?? `control ${id.slice(0, id.lastIndexOf('.'))}`;
}
