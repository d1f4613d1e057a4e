import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FormProvider, useForm } from 'react-hook-form';
import { LinesField } from './LinesField';

function Days() {
  const form = useForm({ defaultValues: { days: ['2026-12-24'] } });
  return (
    <FormProvider {...form}>
      <LinesField name="days" label="Days" />
    </FormProvider>
  );
}

it('stays empty when it is emptied', async () => {
  const user = userEvent.setup();
  render(<Days />);
  const days = screen.getByRole('textbox', { name: 'Days' });
  expect(days).toHaveValue('2026-12-24');
  await user.clear(days);
  expect(days).toHaveValue('');
  await user.type(days, '2027-01-06');
  expect(days).toHaveValue('2027-01-06');
});
