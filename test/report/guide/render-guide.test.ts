import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {controls, findControl} from '../../../source/controls/index.ts';
import {renderCorrections} from '../../../source/report/guide/render-corrections.ts';
import {renderGuideJson} from '../../../source/report/guide/render-guide-json.ts';
import {renderGuideMarkdown} from '../../../source/report/guide/render-guide-markdown.ts';
import {renderGuideText} from '../../../source/report/guide/render-guide-text.ts';

const serviceAccounts = findControl('3.1');
const whole = renderGuideText({control: null, columns: 80, colour: false});
const one = renderGuideText({control: serviceAccounts, columns: 80, colour: false});

/** Every id that a reader of these controls must meet. */
function ids(of: typeof controls): readonly string[] {
	return of.flatMap(control => [
		...control.prerequisites.map(({id}) => id),
		...control.steps.flatMap(({lines}) =>
			lines.flatMap(({id, items}) => [id, ...items.map(item => item.id)]),
		),
		...control.clickGroups.flatMap(({clicks}) => clicks.map(({id}) => id)),
		...control.corrections.map(({id}) => id),
		...control.quiz.map(({id}) => id),
		...control.rules.map(({id}) => id),
	]);
}

/** The text on one line, so that where it was broken does not matter. */
function joined(text: string): string {
	return text.replaceAll(/\s+/gu, ' ');
}

describe('the guide as text', () => {
	it('begins with its status and a table of contents', () => {
		const head = whole.split('\n').slice(0, 35).join('\n');
		assert.match(head, /^Mixpanel Hardening Guide\n=+\n/u);
		assert.match(head, /\[AI Drafted\] version 0\.1\.0, draft, last updated 2025-02-05/u);
		for (const {id, title} of controls) {
			assert.ok(head.includes(`${id} ${title}`), id);
		}
	});

	it('holds every line, click, correction, question and rule of every control', () => {
		for (const id of ids(controls)) {
			assert.ok(whole.includes(id), id);
		}
	});

	it('holds the extras, the incident, the references and the open questions', () => {
		for (const phrase of [
			'G22',
			'2025-11-27',
			'https://docs.mixpanel.com/docs/access-security/audit-log',
			'CC6.7',
		]) {
			assert.ok(whole.includes(phrase), phrase);
		}

		assert.match(joined(whole), /no setting of a customer would surely have stopped it/u);
	});

	for (const columns of [40, 60, 80, 100]) {
		it(`keeps to ${columns} columns, but for links and names that must stay whole`, () => {
			for (const line of renderGuideText({control: null, columns, colour: false}).split('\n')) {
				const [longest = ''] = line
					.trim()
					.split(' ')
					.toSorted((a, b) => b.length - a.length);
				assert.ok(line.length <= columns || longest.length > columns - 20, line);
			}
		});
	}

	it('is plain without colour, leaves no spaces at the ends of lines and ends in one newline', () => {
		assert.doesNotMatch(whole, /[\u001B\t]| $/mu);
		assert.match(whole, /[^\n]\n$/u);
		assert.doesNotMatch(whole, /\n{4}/u);
	});

	it('adds nothing but bold with colour', () => {
		const coloured = renderGuideText({control: serviceAccounts, columns: 80, colour: true});
		assert.match(coloured, /\u001B\[1m/u);
		assert.equal(coloured.replaceAll(/\u001B\[\d+m/gu, ''), one);
	});

	it('shows one control under the status of the guide', () => {
		assert.match(one, /AI Drafted/u);
		assert.match(one, /3\.1 Configure Service Account Security/u);
		assert.doesNotMatch(one, /3\.2 Configure|Contents/u);
		for (const id of ids(serviceAccounts === null ? [] : [serviceAccounts])) {
			assert.ok(one.includes(id), id);
		}
	});

	it('says beside a line what is true today', () => {
		assert.match(joined(one), /3\.1\.S2\.3 .{10,60} Today \[3\.1\.K2\]: There is no rotate button/u);
	});

	it('leaves no value to be filled in by nobody', () => {
		assert.doesNotMatch(whole, /\{\w+\}/u);
		assert.match(whole, /org_id=<your-organization-id>/u);
	});
});

describe('the guide as Markdown', () => {
	const markdown = renderGuideMarkdown({control: null});

	it('has one title and a heading for each control', () => {
		assert.equal(markdown.match(/^# Mixpanel Hardening Guide$/gmu)?.length, 1);
		for (const {id, title} of controls) {
			assert.match(markdown, new RegExp(`^## ${id.replace('.', String.raw`\.`)} ${title}$`, 'mu'));
		}
	});

	it('keeps placeholders and event families from being read as markup', () => {
		assert.doesNotMatch(markdown, /(?<!\\)<[a-z]/u);
		assert.match(markdown, /service_account\.\\\*/u);
		assert.match(markdown, /`mixpanel-harden guide --corrections`/u);
	});
});

describe('the guide as JSON', () => {
	const json = JSON.parse(renderGuideJson({control: null}));

	it('has the shape agreed', () => {
		assert.equal(json.schemaVersion, '1');
		for (const key of [
			'overview',
			'audience',
			'levels',
			'scope',
			'references',
			'incident',
			'changelog',
			'corrections',
		]) {
			assert.ok(key in json.guide, key);
		}

		assert.deepEqual(Object.keys(json), ['schemaVersion', 'guide', 'controls', 'compliance', 'extras']);
		assert.equal(json.controls.length, 9);
		for (const control of json.controls) {
			for (const key of [
				...['id', 'slug', 'title', 'section', 'level', 'prerequisites', 'steps', 'rules', 'clicks'],
				...['corrections', 'threat', 'undo', 'verify', 'quiz', 'frameworks'],
			]) {
				assert.ok(key in control, `${control.id} ${key}`);
			}
		}
	});

	it('gives frameworks as printed, clicks flat with their ids, and rules without their code', () => {
		const control = json.controls[6];
		assert.deepEqual(control.frameworks, {cis: ['3.11'], nist80053: ['SC-12'], soc2: ['CC6.7']});
		assert.equal(control.clicks[0].id, '3.1.C1');
		assert.equal(control.clicks[0].group, 'Review what exists');
		assert.deepEqual(control.steps[1].lines[2].rules, ['service-account-expiry', 'service-account-rotation']);
		const {id, required, source, version} = control.rules[0];
		assert.deepEqual(
			{id, required, source, version},
			{
				id: 'service-account-expiry',
				required: true,
				source: 'api',
				version: 1,
			},
		);
	});

	it('holds one control when one is asked for', () => {
		const {controls: asked} = JSON.parse(renderGuideJson({control: serviceAccounts}));
		assert.deepEqual(
			asked.map((control: {id: string}) => control.id),
			['3.1'],
		);
	});
});

describe('the corrections', () => {
	const all = renderCorrections({control: null, format: 'markdown', columns: 80, colour: false});

	it('are one titled entry each, with what the guide says, what is true, since when and from where', () => {
		const headings = all.match(/^### .+$/gmu) ?? [];
		const {corrections} = JSON.parse(
			renderCorrections({control: null, format: 'json', columns: 80, colour: false}),
		);
		assert.equal(headings.length, corrections.length);
		const count = (label: string) => all.split(`\n- ${label}: `).length - 1;
		assert.equal(count('Since'), headings.length);
		assert.equal(count('Source'), headings.length);
		const missing = corrections.filter(({kind}: {kind: string}) => kind === 'missing').length;
		assert.ok(missing > 0);
		for (const label of ['The guide says', 'True today']) {
			assert.equal(count(label), headings.length - missing, label);
		}

		for (const label of ['In the guide', 'To be added']) {
			assert.equal(count(label), missing, label);
		}
	});

	it('name the place in the guide', () => {
		assert.match(all, /^### 1\.1\.K2: 1\.1\.P2 is wrong$/mu);
		assert.match(all, /^### 3\.1\.K3: missing in control 3\.1$/mu);
	});

	it('are those of one control when one is asked for', () => {
		const text = renderCorrections({control: serviceAccounts, format: 'text', columns: 60, colour: false});
		assert.match(text, /3\.1\.K7/u);
		assert.doesNotMatch(text, /3\.2\.K|guide\.K/u);
		assert.ok(text.split('\n').every(line => line.length <= 60));
	});
});
