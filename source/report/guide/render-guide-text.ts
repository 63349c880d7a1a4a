import type {Control} from '../../types/control.ts';
import {guideBlocks} from './guide-blocks.ts';
import {layOutText, type TextLayout} from './lay-out-text.ts';

/** The guide for reading, or one control of it. Plain text unless `colour`, which only adds bold. */
export function renderGuideText({
	control,
	...layout
}: TextLayout & {readonly control: Control | null}): string {
	return layOutText(guideBlocks(control), layout);
}
