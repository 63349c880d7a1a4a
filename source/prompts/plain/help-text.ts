import type {Context} from '../../ui/keys/bindings.ts';
import {stages} from '../../ui/keys/context-groups.ts';
import {wordsIn} from '../../ui/screens/words-in.ts';
import {actionsIn, marksRows, opensRows} from './actions.ts';
import {keysOf, type Page} from './page.ts';

/** Everything that can be answered on a page. */
export function helpText(context: Context, page: Page): readonly string[] {
	const isStage = stages.includes(context);
	const rows =
		page.rows.length === 0
			? []
			: [`  ${keysOf(page.rows)}: ${opensRows(context) ? 'opens it' : 'selects it and tells more'}`];
	return [
		'What can be answered here, each with Enter:',
		`  Enter alone: ${page.enter}`,
		...rows,
		...(marksRows(context) && page.rows.length > 1
			? ['  several numbers, as 1,3 or 2-4: marks them and opens one form for all']
			: []),
		...(page.rows.length > 0 && !opensRows(context) ? ['  + and -: the next one, the one before'] : []),
		...(isStage ? ['  learn, check, gap, act: to that stage'] : []),
		...actionsIn(context).map(({typed, help}) => `  ${typed}: ${help}`),
		'  again: says this page once more',
		...(context === 'controls' ? wordsIn(context).map(([term, words]) => `${term}: ${words}`) : []),
	];
}
