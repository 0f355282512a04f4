// A made-up script for a test.
