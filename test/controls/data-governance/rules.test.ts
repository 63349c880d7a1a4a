import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {Property, DataView as View} from '../../../source/types/facts.ts';
import {globalView, project, property, read, view} from '../../support/facts-builders.ts';
import {findings, measure, verdict} from '../../support/measure.ts';

const properties = (...list: Property[]) => ({
	properties: read([{project: project('1', 'Shop'), read: read(list)}]),
});
const views = (...list: View[]) => ({dataViews: read([{project: project('1', 'Shop'), read: read(list)}])});

test('what looks personal must be classified or blocked; hidden is not enough', () => {
	const facts = properties(
		property('$email'),
		property('$phone', {hidden: true}),
		property('$name', {sensitive: true}),
		property('ssn', {dropped: true, resourceType: 'Event'}),
		property('plan'),
	);
	assert.deepEqual(findings('pii-classified', facts), [
		'1:User:%24email: e-mail address, not classified in Shop',
		'1:User:%24phone: phone number, not classified in Shop; hidden is not protected',
	]);
	assert.equal(
		measure('pii-classified', facts).actual,
		'4 of 5 names look like personal data, 2 of them open; 1 of 1 projects read',
	);
	assert.equal(measure('pii-classified', facts).short, '2 open personal properties');
});

test('a property that does not say whether it is classified is undecided, blocked or not', () => {
	assert.equal(
		verdict('pii-classified', properties(property('$email', {sensitive: null}))),
		'unknown partial',
	);
	assert.equal(
		verdict('pii-classified', properties(property('$email', {sensitive: null, dropped: true}))),
		'pass',
	);
	assert.equal(verdict('pii-classified', properties(property('color', {sensitive: null}))), 'pass');
});

test('the raw name decides, never the one made safe for display', () => {
	const odd = property('color', {name: property('$email').name});
	assert.equal(verdict('pii-classified', properties(odd)), 'pass');
});

test('each project needs a view of its own, and none may be open to all', () => {
	assert.equal(verdict('data-views-restrict', views(globalView(), view('EU'))), 'pass');
	assert.deepEqual(findings('data-views-restrict', views(globalView())), [
		'1: has no data view but All Project Data',
	]);
	const open = views(globalView(), view('A', {isVisible: true}), view('B', {hasAllMembers: true}), view('C'));
	assert.deepEqual(findings('data-views-restrict', open), [
		'1:A: anyone in the project may join it',
		'1:B: has all members of the organization',
	]);
});

test('flags that are missing leave a view undecided, unless another flag settles it', () => {
	const id = 'data-views-restrict';
	assert.equal(verdict(id, views(globalView(), view('A', {isVisible: null}))), 'unknown partial');
	assert.equal(verdict(id, views(globalView(), view('A', {hasAllMembers: null}))), 'unknown partial');
	assert.equal(verdict(id, views(view('A', {isGlobal: null}))), 'unknown partial');
	assert.equal(verdict(id, views(view('A'), view('B', {isGlobal: null}))), 'unknown partial');
	assert.equal(verdict(id, views(view('A', {isVisible: true, hasAllMembers: null}))), 'fail');
	assert.equal(verdict(id, views()), 'unknown unreadable');
});

test('the default view must filter', () => {
	const id = 'default-view-restricted';
	assert.equal(verdict(id, views(globalView({isDefault: false}), view('EU', {isDefault: true}))), 'pass');
	assert.equal(verdict(id, views(globalView(), view('EU'))), 'fail');
	assert.equal(verdict(id, views(view('EU', {isDefault: true, hasFilters: false}))), 'fail');
});

test('no default row, two, or flags that are missing leave it unknown', () => {
	const id = 'default-view-restricted';
	assert.equal(verdict(id, views(view('EU'))), 'unknown unreadable');
	assert.equal(verdict(id, views()), 'unknown unreadable');
	assert.equal(verdict(id, views(globalView(), view('EU', {isDefault: true}))), 'unknown unreadable');
	assert.equal(verdict(id, views(view('EU', {isDefault: null}))), 'unknown partial');
	assert.equal(verdict(id, views(view('EU', {isDefault: true, hasFilters: null}))), 'unknown partial');
	assert.equal(verdict(id, views(view('EU', {isDefault: true, isGlobal: null}))), 'unknown partial');
	assert.equal(verdict(id, views(view('EU', {isDefault: true, isGlobal: null, hasFilters: false}))), 'fail');
});
