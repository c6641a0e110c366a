-- A dry run leaves no row: every row is of a night that was started
-- What an import writes is dated with the next night, before it is started.
SELECT subject, CONCAT('is of the night of ', rows_of_nights.business_date, ', which was never started') AS detail
FROM (SELECT CONCAT(t.subscription_id, ' term ', t.seq) AS subject, t.started_in AS business_date FROM term t
      WHERE t.started_in >= :since AND t.origin <> 'IMPORT'
      UNION ALL SELECT CONCAT(f.subscription_id, ' OFF of term ', f.seq), f.switched_in FROM auto_renew_off f
      WHERE f.switched_in >= :since AND f.cause <> 'IMPORT'
      UNION ALL SELECT o.order_number, o.state_in FROM renewal_order o WHERE o.state_in >= :since
      UNION ALL SELECT a.merchant_reference, a.planned_in FROM charge_attempt a WHERE a.planned_in >= :since
      UNION ALL SELECT a.merchant_reference, a.settled_in FROM charge_attempt a WHERE a.settled_in >= :since
      UNION ALL SELECT p.payment_id, p.received_in FROM payment p WHERE p.received_in >= :since
      UNION ALL SELECT d.number, d.issue_date FROM document d WHERE d.issue_date >= :since
      UNION ALL SELECT CONCAT('batch of ', b.business_date), b.business_date FROM invoice_batch b WHERE b.business_date >= :since
      UNION ALL SELECT CONCAT('block of ', b.series), b.business_date FROM document_block b WHERE b.business_date >= :since
      UNION ALL SELECT CONCAT(w.subscription_id, ' window'), w.opened_in FROM renewal_window w WHERE w.opened_in >= :since
      UNION ALL SELECT CONCAT(w.subscription_id, ' window'), w.lapsed_in FROM renewal_window w WHERE w.lapsed_in >= :since
      UNION ALL SELECT CONCAT(r.subscription_id, ' outcome'), r.business_date FROM renewal_outcome r WHERE r.business_date >= :since
      UNION ALL SELECT q.request_id, q.answered_in FROM request q WHERE q.answered_in >= :since
      UNION ALL SELECT b.entry_id, b.read_in FROM bank_line b WHERE b.read_in >= :since
      UNION ALL SELECT i.name, i.stored_in FROM inbox_file i WHERE i.stored_in >= :since
      UNION ALL SELECT q.request_id, q.state_in FROM support_request q WHERE q.state_in >= :since
      UNION ALL SELECT n.notice_id, n.state_in FROM notice n
      WHERE n.state_in >= :since AND COALESCE(n.reason, '') <> 'IMPORTED'
      UNION ALL SELECT CONCAT(r.job, ' of ', r.business_date), r.business_date FROM batch_run r WHERE r.business_date >= :since
     ) rows_of_nights
LEFT JOIN night n ON n.business_date = rows_of_nights.business_date AND n.today IS NOT NULL
WHERE n.business_date IS NULL
