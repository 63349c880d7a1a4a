import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {guideDocument} from '../../source/controls/guide/index.ts';
import {controls} from '../../source/controls/index.ts';
import published from './published-guide.json' with {type: 'json'};

const publishedSteps = published.controls.flatMap(({steps}) => steps);
const publishedLines = publishedSteps.flatMap(({lines}) => lines);

function printed(id: string, framework: string): readonly string[] {
	return controls
		.filter(control => control.id === id)
		.flatMap(({mappings}) => mappings)
		.filter(mapping => mapping.framework === framework && mapping.origin === 'guide')
		.map(mapping => mapping.id);
}

describe('the guide as published', () => {
	it('was transcribed whole', () => {
		assert.equal(published.controls.length, 9);
		assert.equal(publishedSteps.length, 18);
		assert.equal(publishedLines.length, 53);
		assert.equal(publishedLines.flatMap(({items}) => items).length, 10);
		assert.equal(published.controls.filter(({time}) => time !== null).length, 1);
		assert.equal(
			published.controls.reduce((sum, {prerequisites}) => sum + prerequisites, 0),
			3,
		);
	});

	it('has its controls here in order, with title, section and level', () => {
		assert.deepEqual(
			controls.map(({id, title, section, level}) => ({id, title, section, level})),
			published.controls.map(({id, title, section, level}) => ({id, title, section, level})),
		);
	});

	it('has its steps here with ids and headings', () => {
		assert.deepEqual(
			controls.flatMap(({steps}) => steps.map(({id, title}) => ({id, title}))),
			publishedSteps.map(({id, title}) => ({id, title})),
		);
	});

	it('has each numbered line here, with its labels and its sub-items', () => {
		const lines = controls.flatMap(({steps}) => steps.flatMap(step => step.lines));
		assert.deepEqual(
			lines.map(({id}) => id),
			publishedLines.map(({id}) => id),
		);
		for (const [index, {id, labels, items}] of publishedLines.entries()) {
			const text = lines[index]?.text ?? '';
			for (const label of labels) {
				assert.ok(text.replaceAll('–', '-').includes(label), `${id} "${text}" does not name ${label}`);
			}

			assert.deepEqual(
				lines[index]?.items,
				items.map((item, position) => ({id: `${id}${'abcd'.charAt(position)}`, text: item})),
				id,
			);
		}
	});

	it('tells prerequisites of the guide from those added', () => {
		for (const {id, prerequisites} of published.controls) {
			const here = controls.find(control => control.id === id)?.prerequisites ?? [];
			assert.equal(here.filter(({addedByUs}) => !addedByUs).length, prerequisites, id);
			assert.deepEqual(
				here.map(prerequisite => prerequisite.id),
				here.map((_, index) => `${id}.P${index + 1}`),
			);
		}
	});

	it('gives a time for one control only; the others are estimates', () => {
		assert.deepEqual(
			controls.filter(({time}) => time.source === 'guide').map(({id}) => id),
			published.controls.filter(({time}) => time !== null).map(({id}) => id),
		);
	});

	it('has its mappings here as printed, those of section 5 included', () => {
		for (const {id, cis, nist80053} of published.controls) {
			assert.deepEqual(printed(id, 'cis'), cis, `${id} CIS`);
			assert.deepEqual(printed(id, 'nist80053'), nist80053, `${id} NIST`);
			assert.deepEqual(
				printed(id, 'soc2'),
				published.soc2.filter(([, , section]) => section === id).map(([criterion]) => criterion),
				`${id} SOC 2`,
			);
		}
	});

	it('has its head, levels, sections, section 5, references and changelog here as printed', () => {
		const {title, version, maturity, badge, updated, subject, audience, levels} = guideDocument;
		assert.deepEqual(
			{title, version, maturity, badge, updated, subject, audience: audience.length},
			{
				title: published.title,
				version: published.version,
				maturity: published.maturity,
				badge: published.badge,
				updated: published.updated,
				subject: published.subject,
				audience: published.audience,
			},
		);
		assert.deepEqual(
			levels.map(level => [level.id, level.name]),
			published.levels,
		);
		assert.deepEqual(
			guideDocument.sections.map(section => section.title),
			published.sections,
		);
		for (const table of ['soc2', 'nist80053'] as const) {
			assert.deepEqual(
				guideDocument.compliance[table].map(row => [row.framework, row.printedControl, row.guideSection]),
				published[table],
			);
		}

		assert.deepEqual(
			guideDocument.references.map(group => group.title),
			published.references,
		);
		assert.deepEqual(guideDocument.changelog, published.changelog);
	});
});
