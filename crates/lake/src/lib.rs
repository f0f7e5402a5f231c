//! Every call of your accounts in Delta tables of your own.
