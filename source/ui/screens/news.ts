import {wasBegun} from '../../assessment/was-begun.ts';
import {justify} from '../lines/fit.ts';
import {fitLabel} from '../lines/fit-label.ts';
import {blank, dim, type Line} from '../lines/line.ts';
import {relativeTime} from '../lines/relative-time.ts';
import {paragraph} from '../lines/wrap.ts';
import type {AppState, Open, Screen} from '../state/app-state.ts';
import {newsOf} from '../state/places/news.ts';
import {policyChange, policyWords} from '../state/places/policy-news.ts';
import {badge} from './badge.ts';
import type {Frame} from './frame.ts';
import {nextSteps} from './news-next.ts';
import {newsSections} from './news-sections.ts';
import {profileWords} from './profile-words.ts';
import {readingLine} from './reading-line.ts';

/** From this width on the greeting stands beside the name of the organization, below it on the line of its own. */
const roomForBoth = 76;

/** Hours after which it is asked whether what was answered still holds. */
const hoursToAsk = 20;

/**
What changed at Mixpanel since the last time, what became due, what is in doubt, what waits, and where to go on. A
text, scrolled by line; the ways on stand at its foot, where nothing that arrives moves them.
*/
export function newsFrame(state: AppState, open: Open, screen: Extract<Screen, {kind: 'news'}>): Frame {
	const width = Math.min(state.columns - 2, 92);
	return {
		heading: [
			justify(
				[{text: ` ${greeting(open, screen, state.columns)}`, bold: true}],
				[badge(open.target)],
				state.columns - 1,
			),
			justify([dim(` ${timeWords(state, open, screen)}`)], [readingLine(open, state)], state.columns - 1),
			...profileLines(state, open, screen, width),
			...policyLines(state, open, width),
			...troubleLines(open, width),
		],
		body: newsSections(newsOf(open, state), open, {...state, width}),
		view: {kind: 'scroll', from: screen.row},
		detail: [],
		foot: [blank, ...nextSteps(state, open, screen, width)],
		cursor: null,
	};
}

function greeting({label, session}: Open, {welcome}: {readonly welcome: boolean}, columns: number): string {
	const name = session.person === null ? '' : `, ${session.person}`;
	const words = welcome && columns >= roomForBoth ? `Welcome back${name} · ` : '';
	return words + fitLabel(label, columns - 14 - words.length);
}

function timeWords(
	state: AppState,
	{found, before, session}: Open,
	{welcome}: {readonly welcome: boolean},
): string {
	const name = session.person === null ? '' : `, ${session.person}`;
	const words = welcome && state.columns < roomForBoth ? `Welcome back${name}. ` : '';
	if (found.lastAt !== null && wasBegun(found)) {
		return `${words}You left ${relativeTime(new Date(found.lastAt), state.now)}.`;
	}

	return before === null
		? 'Nothing was kept of an earlier assessment.'
		: `Last assessment ${relativeTime(new Date(before.at), state.now)}.`;
}

/** What a person answered, and after a while whether it is still so; nothing is asked twice. */
function profileLines(
	state: AppState,
	{session, found}: Open,
	{welcome}: {readonly welcome: boolean},
	width: number,
): readonly Line[] {
	const words = profileWords(session.profile);
	if (words.length === 0) {
		return paragraph('Plan, single sign-on and mail domains are not answered yet: A answers them.', width, {
			indent: 1,
			style: {tone: 'dim'},
		});
	}

	const away = found.lastAt === null ? 0 : state.now.getTime() - Date.parse(found.lastAt);
	return welcome && session.profile === found.profile && away > hoursToAsk * 3_600_000
		? paragraph(`${words.join(', ')}: still so?  enter yes, a no`, width, {indent: 1})
		: paragraph(words.join(', '), width, {indent: 1, style: {tone: 'dim'}});
}

/** What the verdicts are judged by, where it is not the defaults, and that it was something else before. */
function policyLines(state: AppState, open: Open, width: number): readonly Line[] {
	const words = policyWords(state);
	const change = policyChange(state, open);
	return [
		...(words === null ? [] : paragraph(`${words}.`, width, {indent: 1}).slice(0, 3)),
		...(change === null ? [] : paragraph(change, width, {indent: 1, style: {tone: 'warn'}}).slice(0, 4)),
	];
}

/** Why nothing is recorded, or nothing is read now. */
function troubleLines({readOnly, reading, offline}: Open, width: number): readonly Line[] {
	const why =
		reading.kind === 'last_known' || reading.kind === 'failed' ? reading.what : (offline?.why ?? null);
	return [
		readOnly,
		why === null
			? null
			: `${why}${offline === null ? '' : offline.hasKey ? ' r tries again.' : ' r connects again.'}`,
	]
		.filter(line => line !== null)
		.flatMap(line => paragraph(line, width, {indent: 1, style: {tone: 'warn'}}).slice(0, 3));
}
