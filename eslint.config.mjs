/* Rules for web/: the recommended ones, and those that keep the modules apart and the page safe. */
import js from "@eslint/js";
import globals from "globals";

const SAFE = "Only html.js writes HTML: use fill and html`…`.";

export default [
  { ignores: ["assets/", "node_modules/", ".venv/", "var/", "web/coverage/", "web/.stryker/"] },
  js.configs.recommended,
  {
    files: ["web/**/*.js"],
    languageOptions: { globals: globals.browser },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      "array-callback-return": "error",
      complexity: ["error", 14],
      curly: ["error", "multi-line"],
      eqeqeq: "error",
      "max-depth": ["error", 3],
      "max-lines": ["error", { max: 300, skipBlankLines: true }],
      "max-lines-per-function": ["error", { max: 40, skipBlankLines: true, skipComments: true }],
      "no-eval": "error",
      "no-implicit-coercion": "error",
      "no-implicit-globals": "error",
      "no-implied-eval": "error",
      "no-param-reassign": ["error", { props: false }],
      "no-restricted-syntax": [
        "error",
        { selector: "AssignmentExpression > MemberExpression[property.name=/^(inner|outer)HTML$/]", message: SAFE },
        { selector: "CallExpression > MemberExpression[property.name='insertAdjacentHTML']", message: SAFE },
      ],
      "no-shadow": "error",
      "no-undef": "error",
      "no-unused-vars": "error",
      "no-use-before-define": ["error", { functions: false, variables: false }],
      "no-var": "error",
      "object-shorthand": "error",
      "prefer-const": "error",
      "prefer-template": "error",
    },
  },
  { files: ["web/src/html.js"], rules: { "no-restricted-syntax": "off" } },
  {
    files: ["web/test/**/*.js"],
    rules: { "max-lines-per-function": "off", "no-restricted-syntax": "off" },
  },
  { files: ["**/*.mjs"], languageOptions: { globals: globals.node } },
];
