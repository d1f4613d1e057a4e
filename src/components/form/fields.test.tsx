import { fireEvent, screen } from '@testing-library/react';
import { type ReactNode } from 'react';
import { FormProvider, useForm, useWatch } from 'react-hook-form';
import { renderPage } from '../../testing/render';
import { prune } from '../editor/document';
import { contractResolver } from './contractResolver';
import { DateField } from './DateField';
import { TextField } from './fields';
import { SwitchField } from './SwitchField';
import { z } from 'zod';

interface Props {
  initial: Record<string, unknown>;
  schema?: z.ZodType;
  children: ReactNode;
}

function Form({ initial, schema = z.unknown(), children }: Props) {
  const form = useForm({ defaultValues: initial, resolver: contractResolver(schema), mode: 'onTouched' });
  const values = useWatch({ control: form.control });
  return (
    <FormProvider {...form}>
      {children}
      <output>{JSON.stringify(prune(values)) ?? 'nothing'}</output>
    </FormProvider>
  );
}

it('shows a switch off that began on', async () => {
  const { user } = renderPage(
    <Form initial={{ on: true }}>
      <SwitchField name="on" label="On" />
    </Form>
  );
  await user.click(screen.getByLabelText('On'));
  expect(screen.getByLabelText('On')).not.toBeChecked();
  expect(screen.getByRole('status')).toHaveTextContent('nothing');
  await user.click(screen.getByLabelText('On'));
  expect(screen.getByRole('status')).toHaveTextContent('{"on":true}');
});

it('takes blanks around a text of one line as no part of it', async () => {
  const { user } = renderPage(
    <Form initial={{}}>
      <TextField name="owner" label="Owner" />
    </Form>
  );
  await user.type(screen.getByLabelText('Owner'), ' Jane Doe ');
  expect(screen.getByRole('status')).toHaveTextContent('{"owner":"Jane Doe"}');
  expect(screen.getByLabelText('Owner')).toHaveValue(' Jane Doe ');
});

it.each([
  ['0026-03-31', 'Write the year with four digits.'],
  ['2026-03-30', 'This must not be before Mar 31, 2026.'],
])('says of the day %s what to do', async (day, message) => {
  const { user } = renderPage(
    <Form initial={{}}>
      <DateField name="due" label="Due" earliest={day.startsWith('0') ? undefined : '2026-03-31'} />
    </Form>
  );
  fireEvent.change(screen.getByLabelText('Due'), { target: { value: day } });
  await user.click(screen.getByLabelText('Due'));
  await user.tab();
  expect(await screen.findByText(message)).toBeVisible();
});
