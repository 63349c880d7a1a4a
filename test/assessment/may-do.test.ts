import assert from 'node:assert/strict';
import {describe, test} from 'node:test';
import {mayDo} from '../../source/assessment/may-do.ts';
import {controls} from '../../source/controls/index.ts';
import {unansweredProfile} from '../../source/types/profile.ts';

const admin = {...unansweredProfile, role: 'admin'} as const;
const member = {...unansweredProfile, role: 'member'} as const;
const kindOf = (role: string, profile: Parameters<typeof mayDo>[1]) =>
	mayDo({role, plan: null}, profile).kind;

describe('whether the person may do a click', () => {
	test('the answered role decides, Owners before Admins', () => {
		assert.equal(kindOf('Organization Owner or Admin', admin), 'yes');
		assert.equal(kindOf('Organization Owner', admin), 'no');
		assert.equal(kindOf('Organization Owner', {...admin, role: 'owner'}), 'yes');
		assert.equal(kindOf('Organization Owner or Billing Admin', {...admin, role: 'billing_admin'}), 'yes');
		assert.equal(kindOf('Organization Owner or Billing Admin', admin), 'no');
	});

	test('a role in the project is held by Owners and Admins of the organization, and may be by others', () => {
		assert.equal(kindOf('Project Owner or Admin', admin), 'yes');
		assert.equal(kindOf('Project Owner or Admin', member), 'perhaps');
		assert.equal(kindOf('Project Owner', admin), 'perhaps');
	});

	test('an unanswered role forbids nothing, and who works elsewhere needs none', () => {
		assert.equal(kindOf('Organization Owner', unansweredProfile), 'perhaps');
		assert.equal(kindOf('DNS administrator', member), 'elsewhere');
		assert.equal(kindOf('Each user', member), 'elsewhere');
	});

	test('only an answered plan can be too low', () => {
		const click = {role: 'Organization Owner or Admin', plan: 'growth'} as const;
		assert.equal(mayDo(click, {...admin, plan: 'free'}).kind, 'no');
		assert.equal(mayDo(click, {...admin, plan: 'enterprise'}).kind, 'yes');
		assert.equal(mayDo(click, admin).kind, 'yes');
	});

	test('every role with Owner or Admin of the organization or a project in it is understood', () => {
		const roles = new Set(
			controls.flatMap(({clickGroups}) => clickGroups.flatMap(({clicks}) => clicks.map(({role}) => role))),
		);
		for (const role of roles) {
			const isKnown = /^(Organization|Project) /.test(role);
			assert.equal(kindOf(role, member) === 'elsewhere', !isKnown, role);
		}
	});
});
