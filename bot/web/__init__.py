"""The pages: plain forms that work without JavaScript (contract, section 4)."""
