import type {Extra, GuideDocument} from '../types/guide.ts';

/** One piece of advice beyond the guide, for a list: never scored. `plan` null where every plan has it. */
export type ExtraRow = Pick<Extra, 'id' | 'title' | 'where' | 'plan' | 'why'>;

/** The extras of the guide in order, the most useful first. */
export function extraRows(guideDocument: Pick<GuideDocument, 'extras'>): readonly ExtraRow[] {
	return guideDocument.extras.map(({id, title, where, plan, why}) => ({id, title, where, plan, why}));
}
