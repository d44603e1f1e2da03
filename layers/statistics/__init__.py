"""Measures by district: classes, middle districts, and growth deal money per head."""
