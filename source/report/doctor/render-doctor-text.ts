import {count} from '../../controls/rule-kinds/count.ts';
import {wrap} from '../check/wrap.ts';
import type {ConnectionExam, DoctorDocument, Exam} from './doctor-document.ts';

const words = {ok: 'ok', warning: 'warning', fail: 'FAIL'} as const;
const wordWidth = 9;

/** The document for people, no line wider than `width` but a shape's. Ends with a line end. */
export function renderDoctorText(document: DoctorDocument, width: number): string {
	const text = (line: string, indent: number): readonly string[] => wrap(line, width, indent);
	const part = (title: string, exams: readonly Exam[]): readonly string[] => [
		'',
		title,
		...exams.flatMap(({status, detail, next}) => {
			const [first = '', ...rest] = text(detail, 2 + wordWidth);
			return [
				`  ${words[status].padEnd(wordWidth)}${first.trimStart()}`,
				...rest,
				...(next === null ? [] : text(next, 2 + wordWidth)),
			];
		}),
	];
	const {tool, environment, state, connection} = document;
	const lines = [
		`${tool.name} ${tool.version}, looked at on ${document.checkedAt}`,
		...part('This machine', environment),
		...part('Saved state', state),
		...part('Mixpanel', connection.exams),
		...judgesLines(connection, text),
		...shapeLines(connection),
		'',
		closing[document.status],
	];
	return `${lines.join('\n')}\n`;
}

const closing = {
	ok: 'Nothing is wrong.',
	warning: 'Nothing is broken; see the warnings.',
	fail: 'Something does not work; see FAIL.',
} as const;

type Text = (line: string, indent: number) => readonly string[];

function judgesLines({judges}: ConnectionExam, text: Text): readonly string[] {
	return judges === null
		? []
		: [
				...text(
					`This key can judge ${judges.rules} of ${count(judges.of, 'rule')} that Mixpanel’s API can answer${judges.lacks.length === 0 ? '.' : '; the others need:'}`,
					2,
				),
				...judges.lacks.flatMap(({needs, rules}) => text(`- ${needs}: ${rules.join(', ')}`, 4)),
			];
}

function shapeLines({reads}: ConnectionExam): readonly string[] {
	return reads.length === 0
		? []
		: [
				'',
				'Shapes of the answers: keys and types, every value left out',
				...reads.flatMap(({request, outcomes, shape}) => [
					'',
					`  ${request}: ${outcomes.join(', ').replaceAll('_', ' ')}`,
					...(shape === null
						? []
						: JSON.stringify(shape, undefined, 2)
								.split('\n')
								.map(line => `    ${line}`)),
				]),
			];
}
