import { createTheme } from '@grafana/data';
import { render, screen } from '@testing-library/react';
import { MemoryRouter } from 'react-router-dom';
import { AppLink } from './AppLink';

it('is told from the words around it by its colour and by a line', () => {
  render(
    <MemoryRouter>
      <p>
        See <AppLink to="/among-words">the register</AppLink>.
      </p>
      <table>
        <tbody>
          <tr>
            <td>
              <AppLink to="/alone">Sales</AppLink>
            </td>
          </tr>
        </tbody>
      </table>
    </MemoryRouter>
  );
  const link = createTheme().colors.text.link.toLowerCase();
  const [among, alone] = screen.getAllByRole('link');
  expect(among).toHaveStyle({ color: link, textDecoration: 'underline' });
  expect(alone).toHaveStyle({ color: link });
  expect(alone).not.toHaveStyle({ textDecoration: 'underline' });
});
