import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { KeysHelp } from './KeysHelp';

it('lists the keys when asked by ?, but not while somebody writes', async () => {
  render(
    <>
      <KeysHelp keys={[['↑', 'previous row']]} />
      <input aria-label="Search" />
    </>
  );
  await userEvent.type(screen.getByRole('textbox'), '?');
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  screen.getByRole('textbox').blur();
  await userEvent.keyboard('?');
  expect(await screen.findByRole('row', { name: '↑ previous row' })).toBeVisible();
});
