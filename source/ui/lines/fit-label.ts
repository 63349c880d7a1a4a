import {fitMiddle, widthOf} from './fit.ts';

const separator = ' · ';

/** An organization's label in `width` columns: its name gives way, the id and the region stay whole. */
export function fitLabel(label: string, width: number): string {
	const [name = '', ...rest] = label.split(separator);
	const tail = rest.map(part => separator + part).join('');
	return widthOf(label) <= width ? label : fitMiddle(name, Math.max(width - widthOf(tail), 8)) + tail;
}
