import type {Control} from '../../types/control.ts';
import {guideBlocks} from './guide-blocks.ts';
import {layOutMarkdown} from './lay-out-markdown.ts';

/** The guide, or one control of it, as Markdown. */
export function renderGuideMarkdown({control}: {readonly control: Control | null}): string {
	return layOutMarkdown(guideBlocks(control));
}
