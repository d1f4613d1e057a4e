import { fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { AsOfPicker } from './AsOfPicker';

it('stands at now until somebody asks for an instant', async () => {
  const onChange = jest.fn();
  render(<AsOfPicker value={undefined} onChange={onChange} />);
  await userEvent.click(screen.getByRole('button', { name: 'As of now' }));
  const input = screen.getByLabelText('As of');
  expect(input).toHaveFocus();
  fireEvent.change(input, { target: { value: '2026-10-05T09:30' } });
  expect(onChange).not.toHaveBeenCalled();
  fireEvent.blur(input);
  expect(onChange).toHaveBeenCalledWith(new Date(2026, 9, 5, 9, 30).toISOString());
});

it('goes back to now', async () => {
  const onChange = jest.fn();
  render(<AsOfPicker value={new Date(2026, 9, 5, 9, 30).toISOString()} onChange={onChange} />);
  expect(screen.getByLabelText('As of')).toHaveValue('2026-10-05T09:30');
  await userEvent.click(screen.getByRole('button', { name: 'Show what is known now' }));
  expect(onChange).toHaveBeenLastCalledWith(undefined);
});
