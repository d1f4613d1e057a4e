import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FormProvider, useForm } from 'react-hook-form';
import { ChoiceField, useChosen } from './fields';

const options = [
  { value: 'skip', label: 'it falls out' },
  { value: 'keep', label: 'it stays' },
];

/** What the field's own cross does, which jsdom doesn't draw. */
function Clear() {
  const choose = useChosen('holiday');
  return <button onClick={() => choose(undefined)}>Clear</button>;
}

function Holiday() {
  const form = useForm({ defaultValues: { holiday: 'skip' } });
  return (
    <FormProvider {...form}>
      <ChoiceField name="holiday" label="On a holiday" options={options} />
      <Clear />
    </FormProvider>
  );
}

it('stays empty when it is cleared', async () => {
  const user = userEvent.setup();
  render(<Holiday />);
  const holiday = screen.getByRole('combobox', { name: 'On a holiday' });
  expect(holiday).toHaveValue('it falls out');
  await user.click(screen.getByRole('button', { name: 'Clear' }));
  expect(holiday).toHaveValue('');
});
