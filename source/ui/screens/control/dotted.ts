import type {Line} from '../../lines/line.ts';
import {paragraph} from '../../lines/wrap.ts';

/** Each item as a paragraph behind a dot. */
export function dotted(items: readonly string[], width: number): readonly Line[] {
	return items.flatMap(item => paragraph(item, width, {indent: 5, lead: {text: '   ·', tone: 'dim'}}));
}
