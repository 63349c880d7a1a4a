import {guideDocument} from '../../controls/guide/index.ts';
import {controls} from '../../controls/index.ts';
import type {Control} from '../../types/control.ts';
import {type Block, heading} from './block.ts';
import {controlBlocks} from './control-blocks.ts';
import {closingBlocks, openingBlocks, statusBlocks} from './document-blocks.ts';

/** The whole guide, or one control under the guide's status. */
export function guideBlocks(control: Control | null): readonly Block[] {
	if (control !== null) {
		return [...statusBlocks(guideDocument), ...controlBlocks(control)];
	}

	return [
		...statusBlocks(guideDocument),
		...openingBlocks(guideDocument, controls),
		...guideDocument.sections.flatMap(({number, title}) => {
			const inSection = controls.filter(({section}) => section === title);
			return inSection.length === 0
				? []
				: [heading(1, `${number} ${title}`), ...inSection.flatMap(controlBlocks)];
		}),
		...closingBlocks(guideDocument),
	];
}
